package io.slugline.enrich.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How alike two articles are, each way of looking at it by itself; cosines unless said otherwise.
 *
 * @param text their weightiest words, by rarity in news at large
 * @param textToday the same by rarity among the articles of the same days
 * @param titleToday their titles so; their texts where one has no title
 * @param names what is written with a capital
 * @param phrases pairs of neighbouring words
 * @param numbers their figures
 * @param days between their arrivals; negative where one is not known
 */
record Likeness(
    double text,
    double textToday,
    double titleToday,
    double names,
    double phrases,
    double numbers,
    double days) {
  /** A crowd as thin as this is none: that nothing else is near yet speaks for nothing. */
  private static final double EMPTY = .06;

  private static final double DAY = Duration.ofDays(1).toMillis();

  boolean isDated() {
    return days >= 0;
  }

  /** Days between two arrivals; negative when one of them is not known. */
  static double days(@Nullable Instant left, @Nullable Instant right) {
    if (left == null || right == null) return -1;
    return Math.abs(left.toEpochMilli() - right.toEpochMilli()) / DAY;
  }

  /**
   * What the chance is made of where time is known.
   *
   * @param crowd how like the later article the nearest other stories are, see {@link Crowd}
   */
  double[] dated(double crowd) {
    return new double[] {
      Math.sqrt(text),
      Math.sqrt(textToday),
      Math.sqrt(titleToday),
      days,
      days < 1 ? 1 - days : 0,
      Math.sqrt(Math.max(EMPTY, crowd))
    };
  }

  /** What the chance is made of where time is not known. */
  double[] undated() {
    return new double[] {Math.sqrt(text), Math.sqrt(names), Math.sqrt(phrases), numbers};
  }
}
