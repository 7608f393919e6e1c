package io.slugline.enrich.story;

import java.util.Arrays;

/** The best few of many, found in one pass: most of the many are turned away at the first look. */
final class Best {
  private final int[] chosen;
  private final double[] scores;
  private final long[] ties;
  private int size;

  Best(int most) {
    this.chosen = new int[most];
    this.scores = new double[most];
    this.ties = new long[most];
  }

  /** Whether one with this score might be among them. */
  boolean admits(double score) {
    return size < chosen.length || size > 0 && score >= scores[size - 1];
  }

  /**
   * @param tie of equal scores the greater one is better
   */
  void offer(int what, double score, long tie) {
    if (size == chosen.length) {
      if (size == 0 || !isBetter(score, tie, size - 1)) return;
      size--;
    }
    int at = size++;
    for (; at > 0 && isBetter(score, tie, at - 1); at--) {
      chosen[at] = chosen[at - 1];
      scores[at] = scores[at - 1];
      ties[at] = ties[at - 1];
    }
    chosen[at] = what;
    scores[at] = score;
    ties[at] = tie;
  }

  private boolean isBetter(double score, long tie, int than) {
    return score > scores[than] || score == scores[than] && tie > ties[than];
  }

  /** The best first. */
  int[] chosen() {
    return Arrays.copyOf(chosen, size);
  }
}
