package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of stories after their articles were placed; with {@code articles.enriched}
 * enough to rebuild the state of every story. Keyed by {@code story}.
 *
 * @param story the story that goes on
 * @param kind what became of it
 * @param others merged: the stories that ended in it; split: the one it came out of; linked: the
 *     stories in other languages
 * @param articles ids of the articles that moved into {@code story}
 * @param reason in words, with the figures
 * @param by the person who ordered it; null when the grouper found it
 * @param at arrival of the article, or time of the action, that caused it
 * @param language whose sequence it is in
 * @param sequence place in the order of this language's articles and story changes
 */
public record StoryChange(
    String story,
    Kind kind,
    List<String> others,
    List<String> articles,
    String reason,
    @Nullable String by,
    Instant at,
    String language,
    long sequence) {

  public StoryChange {
    others = List.copyOf(others);
    articles = List.copyOf(articles);
  }

  /** What became of a story. */
  public enum Kind {
    MERGED,
    SPLIT,
    CLOSED,
    LINKED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
