package io.slugline.contract;

import java.time.Instant;

/**
 * An article that came again with the same text, and therefore not to {@code articles.enriched}.
 * Keyed by {@code article}.
 *
 * @param rawId key of the raw article that came again
 * @param article id of the article
 * @param revision which of its texts it repeats, from 1
 * @param arrivedAt when it came again
 */
public record Repeat(String rawId, String article, int revision, Instant arrivedAt) {

  public Repeat {
    if (revision < 1) throw new IllegalArgumentException("repeat of revision " + revision);
  }
}
