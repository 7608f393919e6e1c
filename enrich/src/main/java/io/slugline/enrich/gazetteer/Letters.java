package io.slugline.enrich.gazetteer;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Folds letters: case and accents are left out, so that "RASÓN" and "rason" are one word. */
final class Letters {
  private static final int TABLE = 0x2000;
  private static final String[] FOLDED = table();

  private Letters() {}

  /** A letter, a digit or a mark on one. */
  static boolean isWord(char unit) {
    if (unit < 128)
      return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || isDigit(unit);
    return Character.isLetterOrDigit(unit) || isMark(unit) || Character.isSurrogate(unit);
  }

  /** Chinese characters and kana: written without spaces, so each is a word of its own. */
  static boolean standsAlone(char unit) {
    return unit >= 0x3040 && unit <= 0x30ff || unit >= 0x3400 && unit <= 0x9fff;
  }

  static boolean isUpper(char unit) {
    return unit < 128 ? unit >= 'A' && unit <= 'Z' : Character.isUpperCase(unit);
  }

  /** Writes the unit's folded form; gives the new length. */
  static int fold(char unit, char[] to, int length) {
    if (unit >= 'a' && unit <= 'z' || unit >= '0' && unit <= '9') {
      to[length] = unit;
      return length + 1;
    }
    String folded = unit < TABLE ? FOLDED[unit] : null;
    if (folded == null) {
      if (isMark(unit)) return length;
      to[length] = Character.toLowerCase(unit);
      return length + 1;
    }
    folded.getChars(0, folded.length(), to, length);
    return length + folded.length();
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private static boolean isMark(char unit) {
    return Character.getType(unit) == Character.NON_SPACING_MARK;
  }

  private static @Nullable String[] table() {
    @Nullable String[] table = new String[TABLE];
    for (char unit = 0; unit < TABLE; unit++) {
      if (Character.isLetterOrDigit(unit) || isMark(unit)) table[unit] = foldSlowly(unit);
    }
    return table;
  }

  private static String foldSlowly(char unit) {
    String special =
        switch (Character.toLowerCase(unit)) {
          case 'ø' -> "o";
          case 'đ', 'ð' -> "d";
          case 'ł' -> "l";
          case 'ß' -> "ss";
          case 'æ' -> "ae";
          case 'œ' -> "oe";
          case 'ı' -> "i";
          case 'þ' -> "th";
          default -> "";
        };
    if (!special.isEmpty()) return special;
    String lower = String.valueOf(unit).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
  }
}
