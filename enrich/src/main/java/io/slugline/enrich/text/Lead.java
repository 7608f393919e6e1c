package io.slugline.enrich.text;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the first sentence of a text: a label, a date, a place line, an agency's name.
 *
 * @param units how many units of the line that is
 * @param rule what found it
 */
record Lead(int units, String rule, @Nullable String place, @Nullable Instant date) {
  private static final int LONGEST = 120;
  private static final String WHEN =
      "\\d{4}-\\d{2}-\\d{2}|(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\\.?)(?:,? \\d{4})?";
  private static final Pattern LABEL =
      Pattern.compile("\\s*(?:STORY|SCRIPT|FULL STORY|ARTICLE|TEXT|BODY|LEAD|TRANSCRIPT)\\s*:\\s+");
  private static final Pattern DATE =
      Pattern.compile(
          "\\s*(?:[Dd]ate|DATE|[Pp]ublished|[Pp]osted|[Uu]pdated)(?: on| at)?:?\\s+("
              + WHEN
              + ")(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?Z?)?[\\s,:–—-]*(?=\\p{L}|[\"“‘'(\\d])");
  private static final String NAME = "\\p{Lu}[\\p{L}.'’-]*";
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s*((?:\\p{Lu}[\\p{Lu}.'’-]+)(?:[ /](?:\\p{Lu}[\\p{Lu}.'’-]*)){0,3}(?:, (?:"
              + NAME
              + ")(?: "
              + NAME
              + "){0,2})?)"
              + "(?:,? ("
              + WHEN
              + "))?(?:,? [(\\[][\\p{L}. /&-]{2,30}[)\\]])?\\s?(?:–|—|--|-|―|:)\\s+(?=\\S)");
  private static final Pattern AGENCY =
      Pattern.compile(
          "\\s*((?:"
              + NAME
              + "(?:[ /]"
              + NAME
              + "){0,3}(?:, "
              + NAME
              + "(?: "
              + NAME
              + "){0,2})?)?)"
              + "(?:,? ("
              + WHEN
              + "))?,? ?[(\\[](?:[A-Z]{2,5}|Reuters|Bloomberg|Xinhua|Kyodo(?: News)?|UPI|dpa|Interfax|Yonhap)(?: News)?[)\\]]\\s?(?:(?:–|—|--|-|―|:)\\s*)?(?=\\S)");

  /** What is left out before a line's first sentence; null when nothing is. */
  static @Nullable Lead of(CharSequence line) {
    Lead label = label(line, 0);
    Lead date = date(line, label == null ? 0 : label.units);
    int from = Math.max(label == null ? 0 : label.units, date == null ? 0 : date.units);
    Lead place = place(line, from);
    if (place == null) return date == null ? label : date;
    Instant when = date != null ? date.date : place.date;
    return new Lead(place.units, place.rule, place.place, when);
  }

  private static @Nullable Lead label(CharSequence line, int from) {
    Matcher label = matcher(LABEL, line, from);
    return label.lookingAt() ? new Lead(label.end(), "label/1", null, null) : null;
  }

  private static @Nullable Lead date(CharSequence line, int from) {
    Matcher date = matcher(DATE, line, from);
    if (!date.lookingAt()) return null;
    return new Lead(date.end(), "date-prefix/1", null, Dates.read(date.group(1)));
  }

  private static @Nullable Lead place(CharSequence line, int from) {
    Matcher place = matcher(PLACE, line, from);
    if (!place.lookingAt()) place = matcher(AGENCY, line, from);
    if (!place.lookingAt()) return null;
    String name = place.group(1).strip();
    return new Lead(
        place.end(), "place-line/1", name.isEmpty() ? null : name, Dates.read(place.group(2)));
  }

  private static Matcher matcher(Pattern pattern, CharSequence line, int from) {
    int to = Math.min(line.length(), from + LONGEST);
    return pattern.matcher(line).region(from, to).useTransparentBounds(true);
  }
}
