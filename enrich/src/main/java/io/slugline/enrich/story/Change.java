package io.slugline.enrich.story;

import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of stories; what {@link StoryChange} says, before it got its number.
 *
 * @param articles ids of the articles that moved into {@code story}
 * @param by the person who ordered it; null when the grouper found it
 * @param now the story after it; null when it closed
 * @param standing ids of the articles in it then, or when it closed
 */
public record Change(
    String story,
    StoryChange.Kind kind,
    List<String> others,
    List<String> articles,
    String reason,
    @Nullable String by,
    Instant at,
    @Nullable StorySnapshot now,
    List<String> standing) {

  public Change {
    others = List.copyOf(others);
    articles = List.copyOf(articles);
    standing = List.copyOf(standing);
  }

  /** That a story closed. */
  static Change closed(Story story, String reason, @Nullable String by, Instant at) {
    return new Change(
        story.id(),
        StoryChange.Kind.CLOSED,
        story.mergedFrom(),
        List.of(),
        reason,
        by,
        at,
        null,
        story.standing());
  }

  /** As it goes to the topic. */
  public StoryChange numbered(String language, long sequence) {
    return new StoryChange(
        story, kind, others, articles, reason, by, at, language, sequence, now, standing);
  }
}
