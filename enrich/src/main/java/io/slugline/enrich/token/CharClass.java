package io.slugline.enrich.token;

/** What a UTF-16 unit can be in a token, looked up in one table of 64 K bytes. */
final class CharClass {
  static final byte SPACE = 0;
  static final byte LETTER = 1;
  static final byte DIGIT = 2;

  /** Joins the word it follows: combining marks, joiners, soft hyphens. */
  static final byte MARK = 3;

  /** A word of its own: scripts that are written without spaces. */
  static final byte IDEOGRAPH = 4;

  static final byte PUNCTUATION = 5;

  private final byte[] classes = new byte[1 << 16];

  CharClass() {
    for (int unit = 0; unit < classes.length; unit++) classes[unit] = classify(unit);
  }

  byte of(char unit) {
    return classes[unit];
  }

  boolean isWord(char unit) {
    byte found = classes[unit];
    return found == LETTER || found == DIGIT || found == MARK;
  }

  private static byte classify(int unit) {
    if (isUnspaced(unit)) return IDEOGRAPH;
    return switch (Character.getType(unit)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL ->
          SPACE;
      // Halves of letters, emoji and rare ideographs: never parted, for both stay in one word.
      case Character.SURROGATE -> LETTER;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          unit == 0xFEFF || unit == 0x200B ? SPACE : MARK;
      default -> PUNCTUATION;
    };
  }

  private static boolean isUnspaced(int unit) {
    if (!Character.isLetter(unit)) return false;
    return switch (Character.UnicodeScript.of(unit)) {
      case HAN, HIRAGANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
