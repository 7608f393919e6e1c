package io.slugline.enrich.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authors' names as bylines write them. */
final class Bylines {
  private static final Pattern BY =
      Pattern.compile("^(?:by|from|written by|author:?)\\s+", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 120;

  private Bylines() {}

  /** The name alone; null when it is an address or no name at all. */
  static @Nullable String author(@Nullable CharSequence byline) {
    String text = Facts.text(byline);
    if (text == null || text.length() > LONGEST || text.contains("://")) return null;
    String name = BY.matcher(text).replaceFirst("").strip();
    return name.isEmpty() ? null : name;
  }
}
