package io.slugline.enrich.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that is to be placed in a story.
 *
 * @param article its id
 * @param source who published it; null counts as a source of its own
 * @param title clean title, empty when it has none
 * @param at when it arrived; null: time is neutral and nothing closes
 * @param publishedAt as the article claims; missing is neutral
 * @param place the place line
 * @param subjects what it is about, to show; grouping does not ask
 */
public record Arrival(
    String article,
    @Nullable String source,
    String title,
    @Nullable Instant at,
    @Nullable Instant publishedAt,
    @Nullable String place,
    StoryFeatures features,
    Subjects subjects) {

  public Arrival {
    if (article.isBlank()) throw new IllegalArgumentException("article without an id");
  }

  /** One of which nobody said what it is about. */
  public Arrival(
      String article,
      @Nullable String source,
      String title,
      @Nullable Instant at,
      @Nullable Instant publishedAt,
      @Nullable String place,
      StoryFeatures features) {
    this(article, source, title, at, publishedAt, place, features, Subjects.NONE);
  }
}
