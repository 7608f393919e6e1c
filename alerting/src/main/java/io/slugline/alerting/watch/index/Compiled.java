package io.slugline.alerting.watch.index;

import io.slugline.contract.Watch;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * One version of a watch, ready to be asked; in force for the readings from its birth to its end.
 */
public final class Compiled {
  private static final AtomicLongFieldUpdater<Compiled> LOOKS =
      AtomicLongFieldUpdater.newUpdater(Compiled.class, "looks");

  private final Watch watch;
  final Clause root;

  /** Whether a reading can meet it once at most. */
  final boolean isPostedOnce;

  final long born;
  private volatile long died = Long.MAX_VALUE;
  private volatile long looks;

  Compiled(Watch watch, Clause root, boolean isPostedOnce, long born) {
    this.watch = watch;
    this.root = root;
    this.isPostedOnce = isPostedOnce;
    this.born = born;
  }

  public Watch watch() {
    return watch;
  }

  /** What it has cost in all articles so far, in looks at what was found there. */
  public long looks() {
    return looks;
  }

  void add(long more) {
    LOOKS.addAndGet(this, more);
  }

  boolean isInForce(long version) {
    return born <= version && version < died;
  }

  void endAt(long version) {
    died = version;
  }
}
