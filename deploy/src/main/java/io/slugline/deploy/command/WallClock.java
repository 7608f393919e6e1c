package io.slugline.deploy.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Tells when the machine's clock is put back. Kafka's clients wait by it: what was to be done
 * within a second is done an hour later when that is how far it goes back, and nothing else shows
 * it.
 */
public final class WallClock {
  /** A wait that is longer by so much does no harm. */
  private static final Duration HARMLESS = Duration.ofSeconds(30);

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private final AtomicLong furthest = new AtomicLong(Long.MIN_VALUE);

  /** The machine's. */
  public WallClock() {
    this(System::currentTimeMillis, System::nanoTime);
  }

  /**
   * @param millis the clock that may be put back
   * @param nanos one that never is
   */
  WallClock(LongSupplier millis, LongSupplier nanos) {
    this.millis = millis;
    this.nanos = nanos;
  }

  /**
   * Ends the process when it has been put back, without closing anything, since that would wait
   * too; all state is written so that a kill does it no harm.
   */
  public void endWhenPutBack(PrintWriter err) {
    Optional<String> problem = problem();
    if (problem.isEmpty()) return;
    err.println(problem.get());
    err.flush();
    Runtime.getRuntime().halt(ExitCode.COULD_NOT);
  }

  /** Says by how much it has been put back since the first call, when that does harm. */
  Optional<String> problem() {
    long ahead = millis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    Duration back = Duration.ofMillis(furthest.accumulateAndGet(ahead, Math::max) - ahead);
    if (back.compareTo(HARMLESS) <= 0) return Optional.empty();
    return Optional.of(
        "the clock was put back by " + back.toSeconds() + " s, by which Kafka waits: start again");
  }
}
