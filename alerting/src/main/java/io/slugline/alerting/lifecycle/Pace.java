package io.slugline.alerting.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many stories a watch matches in an hour, and how many it usually does: the mean of the hours
 * before, of the last week's worth where there are more. A surge is told once, when it begins.
 *
 * @param hour the latest that was counted from, in hours since 1970
 * @param hours so many have been learned from
 * @param usual stories in an hour, on average
 * @param recent the stories that were matched within an hour, each with its latest match
 */
public record Pace(long hour, long hours, double usual, List<Sighting> recent, boolean surging) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long A_WEEK = 7 * 24;
  private static final long LEARNED_FROM = 24;
  private static final int FEWEST = 3;
  private static final int MOST = 1000;

  public Pace {
    recent = List.copyOf(recent);
  }

  /** A story that was matched. */
  public record Sighting(String story, Instant at) {}

  static Pace from(Instant at) {
    return new Pace(hourOf(at), 0, 0, List.of(), false);
  }

  /**
   * With one more match.
   *
   * @param times so many times as many stories as usual are a surge
   */
  Pace matched(String story, Instant at, double times) {
    Pace now = learnedUntil(at);
    List<Sighting> left = new ArrayList<>(now.recent);
    left.removeIf(one -> one.story().equals(story) || !one.at().isAfter(at.minus(HOUR)));
    left.add(new Sighting(story, at));
    List<Sighting> kept = left.subList(Math.max(0, left.size() - MOST), left.size());
    return new Pace(now.hour, now.hours, now.usual, kept, now.isSurge(kept.size(), times));
  }

  /** In words, what a surge is. */
  String inWords() {
    return "%d stories in an hour, usually %.1f".formatted(recent.size(), usual);
  }

  /**
   * Three standard deviations of chance (Poisson) beside the factor: one more story is no surge.
   */
  private boolean isSurge(int stories, double times) {
    return hours >= LEARNED_FROM
        && stories >= FEWEST
        && stories >= usual * times
        && stories >= usual + 3 * Math.sqrt(usual);
  }

  private Pace learnedUntil(Instant at) {
    long until = hourOf(at);
    if (until <= hour) return this;
    long matched = recent.stream().filter(one -> hourOf(one.at()) == hour).count();
    double mean = usual + (matched - usual) / Math.min(hours + 1, A_WEEK);
    long quiet = until - hour - 1;
    long known = hours + 1;
    for (long i = 0; i < Math.min(quiet, 4 * A_WEEK); i++) mean -= mean / Math.min(++known, A_WEEK);
    return new Pace(until, hours + 1 + quiet, mean, recent, surging);
  }

  private static long hourOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HOUR.toSeconds());
  }
}
