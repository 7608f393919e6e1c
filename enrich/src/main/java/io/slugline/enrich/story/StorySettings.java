package io.slugline.enrich.story;

import java.time.Duration;

/**
 * How stories are made.
 *
 * @param window a story that gets no article for so long is closed and forgotten
 * @param join how like a story's articles an article must be on average to join it, 0 to 1
 * @param merge how alike the articles of two stories must be on average to become one
 * @param split two parts of a story that are less alike on average become two stories
 * @param margin how much better an article must fit another story before it is moved there
 * @param corrects whether the grouper merges and splits by itself
 */
public record StorySettings(
    Duration window, double join, double merge, double split, double margin, boolean corrects) {

  public StorySettings {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be longer than nothing: " + window);
    }
    if (split > merge) {
      throw new IllegalArgumentException(
          "split " + split + " is above merge " + merge + ": stories would never come to rest");
    }
  }

  /** What was tuned on the development data. */
  public static StorySettings defaults() {
    return new StorySettings(Duration.ofDays(7), .4, .5, .3, .1, true);
  }

  public StorySettings withWindow(Duration longer) {
    return new StorySettings(longer, join, merge, split, margin, corrects);
  }
}
