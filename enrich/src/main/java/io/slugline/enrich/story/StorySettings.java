package io.slugline.enrich.story;

import java.time.Duration;
import java.util.List;

/**
 * How stories are made.
 *
 * @param window a story that gets no article for so long is closed and forgotten
 * @param join how like a story's articles an article must be on average to join it, 0 to 1
 * @param merge how alike the articles of two stories must be on average to become one
 * @param split two parts of a story that are less alike on average become two stories
 * @param margin how much better an article must fit another story before it is moved there
 * @param corrects whether the grouper merges and splits by itself
 * @param lead which article gives a story its title; the first when not said
 * @param trusted sources for {@link Lead#TRUSTED}, the most trusted first
 */
public record StorySettings(
    Duration window,
    double join,
    double merge,
    double split,
    double margin,
    boolean corrects,
    Lead lead,
    List<String> trusted) {

  public StorySettings {
    lead = lead == null ? Lead.FIRST : lead;
    trusted = trusted == null ? List.of() : List.copyOf(trusted);
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be longer than nothing: " + window);
    }
    if (split > merge) {
      throw new IllegalArgumentException(
          "split " + split + " is above merge " + merge + ": stories would never come to rest");
    }
  }

  /** Which of a story's first eight articles gives it its title and place. */
  public enum Lead {
    /** The first one. */
    FIRST,
    /** The longest one. */
    COMPLETE,
    /** The one of the most trusted source. */
    TRUSTED
  }

  /** What was tuned on the development data. */
  public static StorySettings defaults() {
    return new StorySettings(Duration.ofDays(7), .4, .5, .3, .1, true, Lead.FIRST, List.of());
  }

  public StorySettings withWindow(Duration longer) {
    return new StorySettings(longer, join, merge, split, margin, corrects, lead, trusted);
  }
}
