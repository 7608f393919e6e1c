package io.slugline.alerting.lifecycle;

import io.slugline.alerting.watch.Match;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.EnrichedArticle.Supersedes;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.WatchState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as far as alerts are concerned: where it belongs and what it matched, no text. One
 * that matched nothing still counts, since it may belong to a story that has alerts.
 *
 * @param supersedes what was told of the article before, which this takes the place of
 * @param sequence place in the order of this language's articles and story changes
 */
public record Touch(
    String article,
    int revision,
    @Nullable String source,
    String copyGroup,
    Instant arrivedAt,
    boolean backfill,
    String language,
    long sequence,
    StorySnapshot story,
    List<Matched> matches,
    @Nullable Supersedes supersedes) {

  public Touch {
    matches = List.copyOf(matches);
  }

  /** A watch that is still being written alerts nobody. */
  public static Touch of(EnrichedArticle article, List<Match> matches) {
    return new Touch(
        article.id(),
        article.revision(),
        article.source(),
        article.copyGroup(),
        article.arrivedAt(),
        article.backfill(),
        article.language(),
        article.sequence(),
        article.story(),
        matches.stream()
            .filter(match -> match.watch().state() != WatchState.DRAFT)
            .map(match -> Matched.of(match, article))
            .toList(),
        article.supersedes());
  }

  /** Whether the article stands no longer. */
  boolean isWithdrawn() {
    return supersedes != null && Boolean.TRUE.equals(supersedes.withdrawn());
  }

  /** Whether it is news, on which people may be interrupted. */
  public boolean mayPage() {
    return !backfill && supersedes == null;
  }
}
