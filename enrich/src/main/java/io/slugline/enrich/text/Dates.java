package io.slugline.enrich.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people and machines write them. What has no zone is taken as UTC. */
final class Dates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, String> ZONES =
      Map.of(
          "est", "-05:00", "edt", "-04:00", "cst", "-06:00", "cdt", "-05:00", "mst", "-07:00",
          "mdt", "-06:00", "pst", "-08:00", "pdt", "-07:00", "bst", "+01:00", "cet", "+01:00");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]+(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?\\b.{0,20}");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:\\w{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+([A-Za-z]{3,9})\\.?,?[\\s-]+(\\d{4})\\b(.{0,40})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:\\w{3,9},?\\s+)?([A-Za-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b(.{0,40})");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?\\s*([AaPp]\\.?[Mm])?\\.?\\s*([+-]\\d{2}:?\\d{2}|[A-Z]{3,4})?");

  private Dates() {}

  /** The moment that is written; null when this is no date. */
  static @Nullable Instant read(@Nullable CharSequence written) {
    if (written == null) return null;
    String text = written.toString().strip();
    if (text.length() < 8 || text.length() > 80) return null;
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) return iso(iso);
      Matcher day = DAY_FIRST.matcher(text);
      if (day.lookingAt()) return named(day.group(3), day.group(2), day.group(1), day.group(4));
      Matcher month = MONTH_FIRST.matcher(text);
      if (month.lookingAt())
        return named(month.group(3), month.group(1), month.group(2), month.group(4));
    } catch (DateTimeException impossible) {
      return null;
    }
    return null;
  }

  /** The first date in a line that may say more: {@code Published on 3 May 2020 at 10:15}. */
  static @Nullable Instant within(CharSequence line) {
    String text = line.toString();
    for (int at = 0; at < Math.min(text.length(), 80); at++) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (!begins || !Character.isLetterOrDigit(text.charAt(at))) continue;
      Instant date = read(text.substring(at, Math.min(text.length(), at + 60)));
      if (date != null) return date;
    }
    return null;
  }

  private static Instant iso(Matcher date) {
    LocalDate day =
        LocalDate.of(number(date.group(1)), number(date.group(2)), number(date.group(3)));
    LocalTime time =
        date.group(4) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(
                number(date.group(4)), number(date.group(5)), number(date.group(6)) % 60);
    return LocalDateTime.of(day, time).atOffset(offset(date.group(7))).toInstant();
  }

  private static @Nullable Instant named(String year, String month, String day, String rest) {
    int index = MONTHS.indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3));
    if (index < 0) return null;
    LocalDate date = LocalDate.of(number(year), index + 1, number(day));
    Matcher clock = CLOCK.matcher(rest);
    if (!clock.find()) return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    int hour = number(clock.group(1));
    String half = clock.group(4);
    if (half != null) hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    LocalTime time = LocalTime.of(hour % 24, number(clock.group(2)), number(clock.group(3)) % 60);
    return OffsetDateTime.of(date, time, offset(clock.group(5))).toInstant();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset offset(@Nullable String zone) {
    if (zone == null) return ZoneOffset.UTC;
    String known = ZONES.get(zone.toLowerCase(Locale.ROOT));
    if (known != null) return ZoneOffset.of(known);
    if (zone.startsWith("+") || zone.startsWith("-")) return ZoneOffset.of(zone);
    return ZoneOffset.UTC;
  }
}
