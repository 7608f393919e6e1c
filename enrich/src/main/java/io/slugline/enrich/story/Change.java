package io.slugline.enrich.story;

import io.slugline.contract.StoryChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of stories; what {@link StoryChange} says, before it got its number.
 *
 * @param articles ids of the articles that moved into {@code story}
 * @param by the person who ordered it; null when the grouper found it
 */
public record Change(
    String story,
    StoryChange.Kind kind,
    List<String> others,
    List<String> articles,
    String reason,
    @Nullable String by,
    Instant at) {

  public Change {
    others = List.copyOf(others);
    articles = List.copyOf(articles);
  }

  /** As it goes to the topic. */
  public StoryChange numbered(String language, long sequence) {
    return new StoryChange(story, kind, others, articles, reason, by, at, language, sequence);
  }
}
