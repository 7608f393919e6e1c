package io.slugline.alerting.watch.text;

import java.lang.Character.UnicodeScript;

/**
 * Walks a text from token to token and makes no objects on the way. A token is a run of letters and
 * digits; hyphens part tokens; an apostrophe between letters, a point or comma between digits, and
 * the points of {@code U.S.} do not. Scripts written without spaces give a token for each sign.
 */
public final class Scanner {
  private static final byte NONE = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte SIGN = 3;
  private static final byte APOSTROPHE = 4;
  private static final byte POINT = 5;
  private static final byte COMMA = 6;
  private static final byte INSIDE = 7;
  private static final byte[] KINDS = kinds();

  // As long as texts have been so far: words and names are scanned as well as articles.
  private char[] text = {};
  private int length;
  private int start;
  private int end;
  private long key;

  /** Begins a new text. */
  public void read(String next) {
    length = next.length();
    if (length > text.length) text = new char[length + (length >> 1)];
    next.getChars(0, length, text, 0);
    start = 0;
    end = 0;
  }

  /** Goes to the next token; false when the text is at its end. */
  public boolean next() {
    int at = end;
    while (at < length && !begins(KINDS[text[at]])) at++;
    if (at == length) return false;
    start = at;
    if (KINDS[text[at]] == SIGN) {
      end = at + 1;
      key = hash();
    } else {
      readWord();
    }
    return true;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /**
   * A number for the token, equal for equal tokens, never 0. Up to eight units of ASCII are the
   * number themselves; other tokens are hashed to a negative one.
   */
  public long key() {
    return key;
  }

  /** Whether tokens of this key are equal, and not only likely to be. */
  public static boolean isWhole(long key) {
    return key > 0;
  }

  /** Whether the token is spelt like this. */
  public boolean isAt(String spelling) {
    int size = end - start;
    if (spelling.length() != size) return false;
    for (int i = 0; i < size; i++) {
      if (spelling.charAt(i) != text[start + i]) return false;
    }
    return true;
  }

  /** The token's own words. */
  public String token() {
    return new String(text, start, end - start);
  }

  private void readWord() {
    long packed = 0;
    int all = 0;
    int at = start;
    while (at < length) {
      char unit = text[at];
      byte kind = KINDS[unit];
      if (kind != LETTER && kind != DIGIT && kind != INSIDE && !joins(kind, at)) break;
      packed = packed << 8 | unit;
      all |= unit;
      at++;
    }
    end = at;
    key = end - start <= 8 && all < 0x80 ? packed : hash();
  }

  private long hash() {
    long hash = 0;
    for (int i = start; i < end; i++) hash = hash * 0x5851f42d4c957f2dL + text[i];
    return (hash ^ hash >>> 29) | Long.MIN_VALUE;
  }

  private boolean joins(byte kind, int at) {
    if (kind < APOSTROPHE || at + 1 >= length) return false;
    byte before = KINDS[text[at - 1]];
    byte after = KINDS[text[at + 1]];
    if (kind == APOSTROPHE) return before == LETTER && after == LETTER;
    if (before == DIGIT && after == DIGIT) return true;
    return kind == POINT && before == LETTER && after == LETTER && isAcronym(at);
  }

  /** Whether the point at this place stands between single letters. */
  private boolean isAcronym(int at) {
    boolean singleBefore = at - 1 == start || text[at - 2] == '.';
    boolean singleAfter = at + 2 >= length || KINDS[text[at + 2]] != LETTER;
    return singleBefore && singleAfter;
  }

  private static boolean begins(byte kind) {
    return kind != NONE && kind <= SIGN;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int unit = 0; unit < kinds.length; unit++) kinds[unit] = kind((char) unit);
    return kinds;
  }

  private static byte kind(char unit) {
    if (unit == '\'' || unit == '\u2019' || unit == '\u02bc') return APOSTROPHE;
    if (unit == '.') return POINT;
    if (unit == ',') return COMMA;
    if (unit == '\u00ad') return INSIDE;
    if (Character.isDigit(unit)) return DIGIT;
    if (isWrittenWithoutSpaces(unit)) return SIGN;
    if (Character.isLetter(unit) || Character.isSurrogate(unit)) return LETTER;
    int type = Character.getType(unit);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return mark ? INSIDE : NONE;
  }

  private static boolean isWrittenWithoutSpaces(char unit) {
    if (unit < 0x0e00 || !Character.isLetter(unit)) return false;
    UnicodeScript script = UnicodeScript.of(unit);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.THAI
        || script == UnicodeScript.LAO
        || script == UnicodeScript.KHMER
        || script == UnicodeScript.MYANMAR;
  }
}
