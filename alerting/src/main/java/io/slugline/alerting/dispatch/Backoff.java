package io.slugline.alerting.dispatch;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit, and a random
 * part so that many do not come back at once.
 *
 * @param random from 0 inclusive to 1 exclusive
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {
  private static final int MAX_DOUBLINGS = 20;

  /** Between half the time and the whole of it. */
  Duration before(int nextAttempt) {
    int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, nextAttempt - 2));
    Duration whole = first.multipliedBy(1L << doublings);
    if (whole.compareTo(longest) > 0) whole = longest;
    double share = 0.5 + random.getAsDouble() / 2;
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }
}
