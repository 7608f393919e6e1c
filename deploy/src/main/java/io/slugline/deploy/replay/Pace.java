package io.slugline.deploy.replay;

import java.time.Duration;
import java.util.Locale;

/** How fast it goes, and how long it will take. */
final class Pace {
  private static final Duration LONG = Duration.ofSeconds(1);

  private final long startedAt = System.nanoTime();
  private final int doneBefore;

  Pace(int doneBefore) {
    this.doneBefore = doneBefore;
  }

  /** Whether it takes so long that people want to know how far it is. */
  boolean isLong() {
    return System.nanoTime() - startedAt > LONG.toNanos();
  }

  /** Articles a second since the start. */
  double perSecond(long done) {
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    return seconds <= 0 ? 0 : Math.round((done - doneBefore) / seconds * 10) / 10.0;
  }

  /**
   * One line for people.
   *
   * @param what of which replay, and what it does
   * @param units what is counted
   */
  String line(String what, long done, long total, String units) {
    double rate = perSecond(done);
    String left = rate <= 0 ? "" : ", about " + inWords((long) ((total - done) / rate)) + " left";
    long percent = total == 0 ? 100 : 100 * done / total;
    return String.format(
        Locale.ROOT,
        "replay %s  %,d of %,d %s (%d %%)  %.0f/s%s",
        what,
        done,
        total,
        units,
        percent,
        rate,
        left);
  }

  private static String inWords(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    if (left.toHours() > 0) return left.toHours() + " h " + left.toMinutesPart() + " min";
    if (left.toMinutes() > 0) return left.toMinutes() + " min " + left.toSecondsPart() + " s";
    return seconds + " s";
  }
}
