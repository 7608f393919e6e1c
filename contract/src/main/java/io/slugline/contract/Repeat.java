package io.slugline.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that came again with the same text, and therefore not to {@code articles.enriched}.
 * Keyed by {@code article}.
 *
 * @param rawId key of the raw article that came again
 * @param article id of the article
 * @param revision which of its texts it repeats, from 1
 * @param arrivedAt when it came again
 * @param replay id of the replay that said so, since live stopped for its promotion before it
 *     could; null when live says so itself
 */
public record Repeat(
    String rawId, String article, int revision, Instant arrivedAt, @Nullable String replay) {

  public Repeat {
    if (revision < 1) throw new IllegalArgumentException("repeat of revision " + revision);
  }

  /** The same, said by a replay. */
  public Repeat toldBy(String replay) {
    return new Repeat(rawId, article, revision, arrivedAt, replay);
  }
}
