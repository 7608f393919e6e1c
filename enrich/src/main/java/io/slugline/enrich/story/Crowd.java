package io.slugline.enrich.story;

import java.util.Arrays;

/**
 * How closely other stories surround an article that comes: the mean likeness to the nearest three,
 * each by its article that is most like it. In a thicket of stories on one affair the same likeness
 * says less than in an open field.
 *
 * @param around the other stories than the article's own
 * @param beyond the same without the nearest of them, for comparing with just that one
 */
record Crowd(float around, float beyond) {
  static final Crowd NONE = new Crowd(0, 0);

  private static final int NEAREST = 3;

  /**
   * @param closest for each story near the article, its greatest likeness, 0 to 1
   * @param own which of them the article is held to be of; -1 for none
   */
  static Crowd of(double[] closest, int own) {
    double[] others = closest.clone();
    if (own >= 0) others[own] = 0;
    Arrays.sort(others);
    return new Crowd(mean(others, others.length), mean(others, others.length - 1));
  }

  private static float mean(double[] ascending, int end) {
    double sum = 0;
    for (int i = end - 1; i >= Math.max(0, end - NEAREST); i--) sum += ascending[i];
    return (float) (sum / NEAREST);
  }
}
