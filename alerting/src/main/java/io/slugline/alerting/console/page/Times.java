package io.slugline.alerting.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are written: always UTC, the day only when it is not today. */
public final class Times {
  private static final DateTimeFormatter TIME = format("HH:mm");
  private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
  private static final DateTimeFormatter DAY = format("d MMM HH:mm");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private Times() {}

  public static String at(Instant at, Instant now) {
    return (isToday(at, now) ? TIME : DAY).format(at);
  }

  public static String toTheSecond(Instant at, Instant now) {
    return isToday(at, now) ? SECONDS.format(at) : DAY.format(at);
  }

  /** How long ago, in the largest unit. */
  public static String ago(Instant at, Instant now) {
    Duration ago = Duration.between(at, now);
    return ago.isNegative() ? "in " + in(ago.negated()) : in(ago) + " ago";
  }

  /** A duration in its largest unit. */
  public static String in(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) return duration.toSeconds() + " s";
    if (duration.compareTo(HOUR) < 0) return duration.toMinutes() + " min";
    return duration.compareTo(TWO_DAYS) < 0 ? duration.toHours() + " h" : duration.toDays() + " d";
  }

  private static boolean isToday(Instant at, Instant now) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
