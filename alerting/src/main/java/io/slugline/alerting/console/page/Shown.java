package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.Texts;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Texts of strangers, made fit to be shown; templates escape them besides. */
public final class Shown {
  private static final int LINE = 300;
  private static final char MARK = '\uFFFD';

  private Shown() {}

  /** One line, not longer than a row can hold. */
  public static String line(@Nullable String text) {
    return text == null ? "" : Texts.atMost(LINE, harmless(text).replaceAll("\\s+", " ").strip());
  }

  /**
   * The same text, unit for unit, with a mark where a character would turn the order of others
   * around or be no character at all.
   */
  public static String harmless(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      if (!harms(text.charAt(i))) continue;
      if (shown == null) shown = new StringBuilder(text);
      shown.setCharAt(i, MARK);
    }
    return shown == null ? text : shown.toString();
  }

  /** An address that a browser may be sent to; empty for any other. */
  public static String link(@Nullable String url) {
    if (url == null) return "";
    try {
      String scheme = URI.create(url).getScheme();
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? url : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean harms(char unit) {
    boolean turns = unit >= '\u202A' && unit <= '\u202E' || unit >= '\u2066' && unit <= '\u2069';
    boolean isControl = Character.isISOControl(unit) && !Character.isWhitespace(unit);
    return turns || isControl;
  }
}
