package io.slugline.enrich;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Replay;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose stores and offsets the stage goes on from, after a replay was promoted or rolled back.
 *
 * @param prefix before its application id; empty for the first one
 * @param replay id of the replay it was about; empty for none
 * @param taken the last place in each language's order that others have taken
 * @param repeating what arrived until then was told of before by others; null for nothing
 */
public record Succession(
    String prefix, String replay, Map<String, Long> taken, @Nullable Instant repeating) {

  /** Nobody was there before. */
  public static final Succession NONE = new Succession("", "", Map.of(), null);

  public Succession {
    taken = Map.copyOf(taken);
  }

  /** What a hand-over says. */
  public static Succession of(Replay.HandOver handOver, String replay) {
    return new Succession(handOver.application(), replay, handOver.taken(), handOver.repeating());
  }

  long taken(String language) {
    return taken.getOrDefault(language, 0L);
  }

  /** What an article of that arrival takes the place of; null when it is news. */
  EnrichedArticle.@Nullable Supersedes superseded(String article, Instant arrivedAt) {
    boolean repeats = repeating != null && !arrivedAt.isAfter(repeating);
    return repeats ? new EnrichedArticle.Supersedes(replay, article, null, 0, null) : null;
  }
}
