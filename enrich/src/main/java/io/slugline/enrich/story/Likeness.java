package io.slugline.enrich.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How alike two articles are, each way of looking at it by itself.
 *
 * @param text cosine of their weightiest words
 * @param title cosine of their titles; of their texts where one has none
 * @param names cosine of what is written with a capital
 * @param phrases cosine of rare pairs of neighbouring words
 * @param numbers cosine of their figures
 * @param containment share of the shorter one's runs of three words that the other one has
 * @param jaccard share of both one's runs of three words that they have in common
 * @param days between their arrivals; 0 where one is not known
 */
record Likeness(
    float text,
    float title,
    float names,
    float phrases,
    float numbers,
    float containment,
    float jaccard,
    double days) {
  private static final double DAY = Duration.ofDays(1).toMillis();

  static Likeness of(Member left, Member right) {
    StoryFeatures a = left.features();
    StoryFeatures b = right.features();
    float text = a.text().dot(b.text());
    boolean titled = !a.title().isEmpty() && !b.title().isEmpty();
    Sketch.Shared shared = a.sketch().shared(b.sketch());
    return new Likeness(
        text,
        titled ? a.title().dot(b.title()) : text,
        a.names().dot(b.names()),
        a.phrases().dot(b.phrases()),
        a.numbers().dot(b.numbers()),
        shared.containment(),
        shared.jaccard(),
        days(left.at(), right.at()));
  }

  private static double days(@Nullable Instant left, @Nullable Instant right) {
    if (left == null || right == null) return 0;
    return Math.abs(Duration.between(left, right).toMillis()) / DAY;
  }

  /** Chance that both tell of the same happening, 0 to 1. */
  double sameStory() {
    double sum = .65 * text + .20 * names + .15 * title - .06 * days;
    return 1 / (1 + Math.exp(-12 * (sum - .20)));
  }

  /** Whether both are the same text. */
  boolean isCopy() {
    return containment >= .5;
  }
}
