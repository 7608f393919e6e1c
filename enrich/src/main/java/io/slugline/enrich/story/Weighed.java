package io.slugline.enrich.story;

/**
 * {@link Terms} made ready to be held against many others.
 *
 * @param today squares of the words' rarities among the articles of the same days
 */
record Weighed(Terms terms, Lookup places, double[] today) {

  /** What two vectors share: their inner products under both ways to weigh. */
  record Products(double atLarge, double today) {}

  Products with(Terms other) {
    double atLarge = 0;
    double sum = 0;
    for (int i = 0; i < other.size(); i++) {
      int mine = places.of(other.key(i));
      if (mine < 0) continue;
      double counts = terms.count(mine) * other.count(i);
      double rarity = terms.rarity(mine);
      atLarge += counts * (rarity * rarity);
      sum += counts * today[mine];
    }
    return new Products(atLarge, sum);
  }
}
