package io.slugline.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is told to go on. */
public final class StillClock implements InstantSource {
  private volatile Instant now = Instant.now();

  /** Goes on to the next full minute. */
  public void nextMinute() {
    now = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
  }

  @Override
  public Instant instant() {
    return now;
  }
}
