package io.slugline.enrich.story;

/**
 * How rare words are just now: half by news at large, half by the articles of the open stories. A
 * name that is in half of a week's articles says little about which of them belong together.
 */
final class Rarity {
  private static final double TODAY = .5;

  /** Articles without the word that are taken for granted, as few articles say little. */
  private static final double UNSEEN = 20;

  private final IntCounts counts = new IntCounts();
  private int articles;

  void add(Terms terms) {
    articles++;
    for (int i = 0; i < terms.size(); i++) counts.add(terms.key(i), 1);
  }

  void remove(Terms terms) {
    articles--;
    for (int i = 0; i < terms.size(); i++) counts.add(terms.key(i), -1);
  }

  /**
   * @param atLarge the share of the articles at large that the word stands in
   */
  double of(int key, double atLarge) {
    double today = counts.get(key) / (articles + UNSEEN);
    return -Math.log(Math.min(1, (1 - TODAY) * atLarge + TODAY * today));
  }
}
