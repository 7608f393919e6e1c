package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of stories after their articles were placed. Keyed by {@code story}, links
 * by both stories, so that each stands beside what else is last known of its story.
 *
 * <p>With {@code articles.enriched} enough to rebuild the state of every story, even where only the
 * latest record of each story is left. Two kinds of records claim articles for a story: an enriched
 * article claims itself for {@code story.id}, a story change claims all of {@code standing}. An
 * article stands where the claim with the highest {@code sequence} of its language puts it; when
 * that story has since ended in another one (its id is in {@code mergedFrom} of a later record, or
 * in {@code others} of a later {@code closed}), in that one; nowhere where that story has closed.
 *
 * @param story the story that goes on
 * @param kind what became of it
 * @param others merged: the stories that ended in it; split: the one it came out of; closed: those
 *     that had ended in it; linked: the earlier story in another language
 * @param articles ids of the articles that moved into {@code story}
 * @param reason in words, with the figures
 * @param by the person who ordered it; null when the grouper found it
 * @param at arrival of the article, or time of the action, that caused it
 * @param language whose sequence it is in
 * @param sequence place in the order of this language's articles and story changes; 0 for a link,
 *     which moves no article and stands in no language's order
 * @param now the story as it stands after the change; null when it closed, and in what was written
 *     before there was this field
 * @param standing ids of all articles that stand in the story after the change, or stood in it when
 *     it closed, in order of arrival, those left out that are older than the window; null in what
 *     was written before there was this field
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
    long sequence,
    @Nullable StorySnapshot now,
    @Nullable List<String> standing) {

  public StoryChange {
    others = List.copyOf(others);
    articles = List.copyOf(articles);
    standing = standing == null ? null : List.copyOf(standing);
  }

  /** What it lies under on its topic. */
  public String key() {
    return kind == Kind.LINKED ? story + "/" + String.join(",", others) : story;
  }

  /** No other one has it. */
  String id() {
    return language + "/" + (kind == Kind.LINKED ? key() : sequence);
  }

  /** The articles that it claims for its story: all that stand there, or those that moved. */
  public List<String> claimed() {
    return standing == null ? articles : standing;
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
