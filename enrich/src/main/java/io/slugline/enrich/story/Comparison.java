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

  /** An article made ready to be held against many. */
  Facing facing(Member member) {
    return new Facing(member, texts, titles, chance);
  }
}
