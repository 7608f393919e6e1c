package io.slugline.enrich.keyword;

/** One word of an article, all its inflections taken together. */
final class Term {
  private final String stem;
  private int count;
  private int inPhrases;

  Term(String stem) {
    this.stem = stem;
  }

  void met() {
    count++;
  }

  void metInPhrase() {
    inPhrases++;
  }

  String stem() {
    return stem;
  }

  /** How often it stands in the article, at least 1. */
  int count() {
    return Math.max(1, count);
  }

  /** The share of its places that are outside a longer phrase, 0 to 1. */
  double alone() {
    return 1 - Math.min(1, (double) inPhrases / count());
  }
}
