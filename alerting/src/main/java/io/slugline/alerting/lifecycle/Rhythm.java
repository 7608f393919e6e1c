package io.slugline.alerting.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a source is heard in one language, learned from the pauses of the last two weeks:
 * nights and weekends are among them.
 *
 * @param source empty for all sources together
 * @param pauses of each day, counted from a minute on
 * @param silent whether it has been reported
 * @param version of the latest report
 */
public record Rhythm(
    String language,
    String source,
    Instant firstHeard,
    Instant lastHeard,
    List<Day> pauses,
    boolean silent,
    int version) {
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(10);
  private static final Duration ONE_NIGHT = Duration.ofDays(1);
  private static final int FEWEST = 20;
  private static final int DAYS = 14;

  /** Were the pauses a matter of chance (exponential), one in fifteen million would be longer. */
  private static final double RARE = 16.5;

  private static final double LEAST_FACTOR = 1.5;

  public Rhythm {
    pauses = List.copyOf(pauses);
  }

  /**
   * One UTC day.
   *
   * @param day since 1970
   * @param longest pause that ended on it, in seconds
   */
  public record Day(long day, int pauses, long longest) {}

  static Rhythm from(String language, String source, Instant at) {
    return new Rhythm(language, source, at, at, List.of(), false, 0);
  }

  boolean isPauseUntil(Instant at) {
    return !at.isBefore(lastHeard.plus(SHORTEST_PAUSE));
  }

  Rhythm heard(Instant at) {
    if (at.isBefore(lastHeard)) return this;
    List<Day> days = isPauseUntil(at) ? withPause(at) : pauses;
    return new Rhythm(language, source, firstHeard, at, days, false, version + (silent ? 1 : 0));
  }

  /** The same with a time left out in which nobody was heard. */
  Rhythm later(Duration by) {
    return new Rhythm(language, source, firstHeard, lastHeard.plus(by), pauses, silent, version);
  }

  Rhythm nowSilent() {
    return new Rhythm(language, source, firstHeard, lastHeard, pauses, true, version + 1);
  }

  /**
   * A longer pause is a silence; empty while too little is known. The longest of n pauses of chance
   * is ln n times their mean, so the limit is a multiple of the longest, a smaller one the more are
   * known.
   */
  Optional<Duration> longestPause() {
    int known = pauses.stream().mapToInt(Day::pauses).sum();
    if (known < FEWEST || lastHeard.isBefore(firstHeard.plus(ONE_NIGHT))) return Optional.empty();
    long longest = pauses.stream().mapToLong(Day::longest).max().orElse(0);
    double factor = Math.max(LEAST_FACTOR, RARE / Math.log(known));
    Duration limit = Duration.ofSeconds(Math.round(longest * factor));
    return Optional.of(limit.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : limit);
  }

  boolean isTooLongUntil(Instant at) {
    return longestPause().map(limit -> lastHeard.plus(limit).isBefore(at)).orElse(false);
  }

  private List<Day> withPause(Instant at) {
    long today = Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
    long pause = Duration.between(lastHeard, at).toSeconds();
    List<Day> days = new ArrayList<>(pauses);
    days.removeIf(day -> day.day() <= today - DAYS);
    Day last = days.isEmpty() ? new Day(-1, 0, 0) : days.get(days.size() - 1);
    if (last.day() != today) {
      days.add(new Day(today, 1, pause));
    } else {
      days.set(days.size() - 1, new Day(today, last.pauses() + 1, Math.max(last.longest(), pause)));
    }
    return days;
  }
}
