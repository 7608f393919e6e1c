package io.slugline.alerting.watch.index;

import io.slugline.contract.Watch;

/**
 * One version of a watch, ready to be asked; in force for the readings from its birth to its end.
 */
public final class Compiled {
  private final Watch watch;
  final Clause root;

  /**
   * The literals it is posted under: without one of them it cannot match; none: it is asked always.
   */
  final int[] posts;

  final int serial;
  final long born;
  private volatile long died = Long.MAX_VALUE;

  Compiled(Watch watch, Clause root, int[] posts, int serial, long born) {
    this.watch = watch;
    this.root = root;
    this.posts = posts;
    this.serial = serial;
    this.born = born;
  }

  public Watch watch() {
    return watch;
  }

  boolean isInForce(long version) {
    return born <= version && version < died;
  }

  void endAt(long version) {
    died = version;
  }
}
