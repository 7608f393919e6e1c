package io.slugline.alerting.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps away from a receiver that fails again and again, whatever it is sent; after a while one
 * attempt tries whether it is back.
 */
final class Circuit {
  private static final int FAILURES = 3;

  private final Backoff backoff;
  private int failures;
  private Instant openUntil = Instant.MIN;

  Circuit(Backoff backoff) {
    this.backoff = backoff;
  }

  boolean letsPass(Instant now) {
    return !openUntil.isAfter(now);
  }

  boolean isOpen() {
    return failures >= FAILURES;
  }

  Instant openUntil() {
    return openUntil;
  }

  void succeeded() {
    failures = 0;
    openUntil = Instant.MIN;
  }

  /**
   * @param after as long as the receiver asked us to wait
   */
  void failed(Instant now, Duration after) {
    failures++;
    if (failures < FAILURES && after.isZero()) return;
    Duration pause = backoff.before(Math.max(2, failures - FAILURES + 2));
    openUntil = now.plus(pause.compareTo(after) > 0 ? pause : after);
  }
}
