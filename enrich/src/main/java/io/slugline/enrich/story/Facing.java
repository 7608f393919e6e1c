package io.slugline.enrich.story;

/** One article, made ready to be held against many others; good until the next one comes. */
final class Facing {
  private final Member mine;
  private final StoryFeatures features;
  private final Chance chance;
  private final Weighed text;
  private final Weighed title;
  private final Lookup names;

  Facing(Member mine, Rarity texts, Rarity titles, Chance chance) {
    this.mine = mine;
    this.features = mine.features();
    this.chance = chance;
    this.text = features.text().weighed(texts);
    this.title = features.title().weighed(titles);
    this.names = features.names().lookup();
  }

  /** Chance that another article of the same story tells of the same happening, 0 to 1. */
  double within(Member other) {
    return chance.sameStory(asCounted(other), later(other).crowd().around());
  }

  /** Chance that an article of another story does: that story is then no part of the crowd. */
  double across(Member other) {
    return chance.sameStory(asCounted(other), later(other).crowd().beyond());
  }

  private Member later(Member other) {
    return mine.order() > other.order() ? mine : other;
  }

  /** As much of their likeness as the chance takes in. */
  Likeness asCounted(Member other) {
    double days = Likeness.days(mine.at(), other.at());
    return days >= 0 ? dated(other, days) : undated(other);
  }

  private Likeness dated(Member other, double days) {
    StoryFeatures theirs = other.features();
    if (strangers(theirs)) return new Likeness(0, 0, 0, 0, 0, 0, days);
    Weighed.Products texts = text.with(theirs.text());
    double today = cosine(texts.today(), mine.lengths().text(), other.lengths().text());
    double titleToday = today;
    if (!features.title().isEmpty() && !theirs.title().isEmpty()) {
      titleToday =
          cosine(
              title.with(theirs.title()).today(), mine.lengths().title(), other.lengths().title());
    }
    double atLarge = cosine(texts.atLarge(), features.text().length(), theirs.text().length());
    return new Likeness(atLarge, today, titleToday, 0, 0, 0, days);
  }

  /**
   * Reports of one happening name somebody or something alike. In an empty window, where no word is
   * known to be common today, "island" and "shook" would make one of a quake and a missile.
   */
  private boolean strangers(StoryFeatures theirs) {
    Sparse others = theirs.names();
    return !features.names().isEmpty() && !others.isEmpty() && !others.meets(names);
  }

  private Likeness undated(Member other) {
    StoryFeatures theirs = other.features();
    return new Likeness(
        cosine(
            text.with(theirs.text()).atLarge(), features.text().length(), theirs.text().length()),
        0,
        0,
        features.names().dot(theirs.names()),
        features.phrases().dot(theirs.phrases()),
        features.numbers().dot(theirs.numbers()),
        -1);
  }

  /** All of it, whether or not the chance takes it in. */
  Likeness likeness(Member other) {
    Likeness undated = undated(other);
    double days = Likeness.days(mine.at(), other.at());
    if (days < 0) return undated;
    Likeness dated = dated(other, days);
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
