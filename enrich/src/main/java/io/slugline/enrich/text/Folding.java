package io.slugline.enrich.text;

import java.util.Locale;

/** White space and case, evened out. */
final class Folding {
  private Folding() {}

  /** White space, control characters and what has no width. */
  static boolean isBlank(char c) {
    if (c > ' ' && c < 0x7f) return false;
    return c <= ' '
        || c <= 0xa0
        || c == 0xad
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200b)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x2060
        || c == 0x3000
        || c == 0xfeff;
  }

  /** What is neither seen nor parts words: soft hyphens, zero-width blanks, byte order marks. */
  private static boolean isNothing(char c) {
    return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
  }

  /** Runs of white space become one blank each; at both ends nothing is left. */
  static Traced blanks(Traced text) {
    if (isEven(text)) return text;
    Traced.Builder out = new Traced.Builder();
    Traced trimmed = text.strip();
    int length = trimmed.length();
    int i = 0;
    while (i < length) {
      int end = i;
      boolean seen = false;
      while (end < length && isBlank(trimmed.charAt(end)))
        seen |= !isNothing(trimmed.charAt(end++));
      if (seen) out.add(' ', trimmed.start(i), trimmed.end(end - 1));
      i = end;
      while (end < length && !isBlank(trimmed.charAt(end))) end++;
      out.add(trimmed.subSequence(i, end));
      i = end;
    }
    return out.build();
  }

  /** Lower case and single blanks: what a line is called when it is compared. */
  static String line(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isNothing(c)) continue;
      if (!isBlank(c)) out.append(c);
      else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
    }
    return out.toString().strip().toLowerCase(Locale.ROOT);
  }

  /** Only letters and digits, in lower case, parted by single blanks. */
  static String words(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        out.append(Character.toLowerCase(c));
      } else if (c != '\''
          && c != '\u2019'
          && !out.isEmpty()
          && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  private static boolean isEven(Traced text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean now = isBlank(c);
      if (now && (blank || c != ' ')) return false;
      blank = now;
    }
    return text.length() == 0 || !blank;
  }
}
