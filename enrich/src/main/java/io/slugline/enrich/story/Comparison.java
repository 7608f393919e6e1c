package io.slugline.enrich.story;

/** Compares articles by what they say, against the background of the other open stories. */
final class Comparison {
  private final Rarity texts = new Rarity();
  private final Rarity titles = new Rarity();
  private final Chance chance = Chance.load();

  Chance chance() {
    return chance;
  }

  void add(StoryFeatures features) {
    texts.add(features.text());
    titles.add(features.title());
  }

  void remove(StoryFeatures features) {
    texts.remove(features.text());
    titles.remove(features.title());
  }

  Member.Lengths lengths(StoryFeatures features) {
    return new Member.Lengths(
        (float) features.text().length(texts), (float) features.title().length(titles));
  }

  /** Chance that two articles of one story tell of the same happening, 0 to 1. */
  double within(Member left, Member right) {
    return chance.sameStory(asCounted(left, right), later(left, right).crowd().around());
  }

  /** Chance that articles of two stories do: the other story is then no part of the crowd. */
  double across(Member left, Member right) {
    return chance.sameStory(asCounted(left, right), later(left, right).crowd().beyond());
  }

  private static Member later(Member left, Member right) {
    return left.order() > right.order() ? left : right;
  }

  /** As much of their likeness as the chance takes in. */
  Likeness asCounted(Member left, Member right) {
    double days = Likeness.days(left.at(), right.at());
    return days >= 0 ? dated(left, right, days) : undated(left, right);
  }

  private Likeness dated(Member left, Member right, double days) {
    StoryFeatures a = left.features();
    StoryFeatures b = right.features();
    if (strangers(a, b)) return new Likeness(0, 0, 0, 0, 0, 0, days);
    Terms.Products text = a.text().with(b.text(), texts);
    double today = cosine(text.today(), left.lengths().text(), right.lengths().text());
    double title = today;
    if (!a.title().isEmpty() && !b.title().isEmpty()) {
      title =
          cosine(
              a.title().with(b.title(), titles).today(),
              left.lengths().title(),
              right.lengths().title());
    }
    double atLarge = cosine(text.atLarge(), a.text().length(), b.text().length());
    return new Likeness(atLarge, today, title, 0, 0, 0, days);
  }

  /**
   * Reports of one happening name somebody or something alike. In an empty window, where no word is
   * known to be common today, "island" and "shook" would make one of a quake and a missile.
   */
  private static boolean strangers(StoryFeatures a, StoryFeatures b) {
    return !a.names().isEmpty() && !b.names().isEmpty() && a.names().dot(b.names()) == 0;
  }

  private Likeness undated(Member left, Member right) {
    StoryFeatures a = left.features();
    StoryFeatures b = right.features();
    Terms.Products text = a.text().with(b.text(), texts);
    return new Likeness(
        cosine(text.atLarge(), a.text().length(), b.text().length()),
        0,
        0,
        a.names().dot(b.names()),
        a.phrases().dot(b.phrases()),
        a.numbers().dot(b.numbers()),
        -1);
  }

  /** All of it, whether or not the chance takes it in. */
  Likeness likeness(Member left, Member right) {
    Likeness undated = undated(left, right);
    double days = Likeness.days(left.at(), right.at());
    if (days < 0) return undated;
    Likeness dated = dated(left, right, days);
    return new Likeness(
        dated.text(),
        dated.textToday(),
        dated.titleToday(),
        undated.names(),
        undated.phrases(),
        undated.numbers(),
        days);
  }

  private static double cosine(double product, double left, double right) {
    return left == 0 || right == 0 ? 0 : Math.min(1, product / left / right);
  }
}
