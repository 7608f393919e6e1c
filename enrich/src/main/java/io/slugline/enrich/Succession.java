package io.slugline.enrich;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose stores and offsets the stage goes on from, after a replay was promoted or rolled back.
 *
 * @param prefix before its application id; empty for the first one
 * @param replay id of the replay it was about; empty for none
 * @param taken the last place in each language's order that others have taken
 * @param repeating what arrived until then was told of before by others; null for nothing
 * @param erased articles that were told of then, and are not to be told of again
 */
public record Succession(
    String prefix,
    String replay,
    Map<String, Long> taken,
    @Nullable Instant repeating,
    Set<String> erased) {

  /** Nobody was there before. */
  public static final Succession NONE = new Succession("", "", Map.of(), null, Set.of());

  public Succession {
    taken = Map.copyOf(taken);
    erased = Set.copyOf(erased);
  }

  /** What a hand-over says. */
  public static Succession of(Replay.HandOver handOver, String replay) {
    return new Succession(
        handOver.application(),
        replay,
        handOver.taken(),
        handOver.repeating(),
        Set.copyOf(Objects.requireNonNullElse(handOver.erased(), List.of())));
  }

  long taken(String language) {
    return taken.getOrDefault(language, 0L);
  }

  /** What an article of that arrival takes the place of; null when it is news. */
  EnrichedArticle.@Nullable Supersedes superseded(String article, Instant arrivedAt) {
    String teller = teller(arrivedAt);
    return teller == null ? null : new EnrichedArticle.Supersedes(teller, article, null, 0, null);
  }

  /** The replay for whose sake what arrived then is told again; null when it is news. */
  @Nullable String teller(Instant arrivedAt) {
    return repeating == null || arrivedAt.isAfter(repeating) ? null : replay;
  }

  /** Whether it was told of, and erased since. */
  boolean isErased(String article, Instant arrivedAt) {
    return erased.contains(article) && teller(arrivedAt) != null;
  }
}
