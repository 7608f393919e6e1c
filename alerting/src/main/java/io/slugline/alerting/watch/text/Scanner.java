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

  private final Units units = new Units();
  private String text = "";
  private int start;
  private int end;
  private long key;
  private long rest;

  /** Begins a new text. */
  public void read(String next) {
    text = next;
    units.read(next);
    start = 0;
    end = 0;
  }

  /** Goes to the next token; false when the text is at its end. */
  public boolean next() {
    int at = units.next(end);
    while (!units.isPlain(at)) {
      if (at == text.length()) return false;
      byte kind = kindAt(at);
      if (kind == SIGN) return stand(at, at + 1, false);
      if (kind == LETTER || kind == DIGIT) return readWord(at);
      at = units.next(at + 1);
    }
    int stop = units.endOfRun(at);
    return units.mayGoOn(stop) ? readWord(at) : stand(at, stop, true);
  }

  /** Goes to the token that was found to begin here. */
  public void goBack(int unit) {
    end = unit;
    next();
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /**
   * A number for the token, equal for equal tokens, never 0. Up to eight units of ASCII are the
   * number themselves; longer tokens have a negative one, and a {@link #rest}.
   */
  public long key() {
    return key;
  }

  /**
   * What else tells a token from others of its key: 0 for up to eight units of ASCII. Up to sixteen
   * are key and rest themselves; other tokens are hashed, to a negative rest.
   */
  public long rest() {
    return rest;
  }

  /** Whether the token is spelt like this. */
  public boolean isAt(String spelling) {
    return spelling.length() == end - start && text.startsWith(spelling, start);
  }

  /** The token's own words. */
  public String token() {
    return text.substring(start, end);
  }

  private boolean readWord(int from) {
    int all = 0;
    int at = from;
    while (at < text.length()) {
      byte kind = kindAt(at);
      if (kind != LETTER && kind != DIGIT && kind != INSIDE && !joins(kind, from, at)) break;
      all |= text.charAt(at);
      at++;
    }
    return stand(from, at, all < 0x80);
  }

  private boolean stand(int from, int to, boolean isAscii) {
    start = from;
    end = to;
    int size = to - from;
    if (isAscii && size <= 8) {
      key = units.packed(from, to);
      rest = 0;
    } else if (isAscii && size <= 16) {
      key = units.packed(from, to) | Long.MIN_VALUE;
      rest = units.packed(from, to - 8);
    } else {
      hash();
    }
    return true;
  }

  private void hash() {
    long hash = 0;
    for (int i = start; i < end; i++) hash = hash * 0x5851f42d4c957f2dL + text.charAt(i);
    key = (hash ^ hash >>> 29) | Long.MIN_VALUE;
    rest = key;
  }

  private byte kindAt(int at) {
    return KINDS[text.charAt(at)];
  }

  private boolean joins(byte kind, int from, int at) {
    if (kind < APOSTROPHE || at + 1 >= text.length()) return false;
    byte before = kindAt(at - 1);
    byte after = kindAt(at + 1);
    if (kind == APOSTROPHE) return before == LETTER && after == LETTER;
    if (before == DIGIT && after == DIGIT) return true;
    return kind == POINT && before == LETTER && after == LETTER && isAcronym(from, at);
  }

  /** Whether the point at this place stands between single letters. */
  private boolean isAcronym(int from, int at) {
    boolean singleBefore = at - 1 == from || text.charAt(at - 2) == '.';
    boolean singleAfter = at + 2 >= text.length() || kindAt(at + 2) != LETTER;
    return singleBefore && singleAfter;
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
