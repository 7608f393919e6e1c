package io.slugline.enrich.gazetteer;

import java.util.Arrays;

/**
 * The words of a text as the gazetteer reads them: runs of letters and digits, folded. Hyphens and
 * apostrophes part words, dots within initials do not ("U.S." is one word), so that all spellings
 * of a name give the same words.
 */
final class Words {
  private static final int LONGEST = 40;

  private final Vocabulary vocabulary;
  private final String text;
  private final char[] buffer = new char[LONGEST * 4];
  private int[] starts;
  private int[] ends;
  private int[] ids;
  private byte[] shapes;
  private int size;

  static final byte CAPITAL = 1;
  static final byte ALL_CAPITALS = 2;

  /** More than a space, hyphen or apostrophe stands before the word: no name goes across. */
  static final byte PARTED = 4;

  Words(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    int guess = text.length() / 5 + 8;
    starts = new int[guess];
    ends = new int[guess];
    ids = new int[guess];
    shapes = new byte[guess];
    int at = 0;
    int last = 0;
    while (at < text.length()) {
      if (!Letters.isWord(text.charAt(at))) {
        at++;
        continue;
      }
      int end = endOf(at);
      add(at, end, isParted(last, at));
      last = end;
      at = end;
    }
  }

  int size() {
    return size;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /** The word's number in the vocabulary; negative when no name holds it. */
  int id(int word) {
    return ids[word];
  }

  boolean isCapital(int word) {
    return (shapes[word] & CAPITAL) != 0;
  }

  boolean isAllCapitals(int word) {
    return (shapes[word] & ALL_CAPITALS) != 0;
  }

  boolean isParted(int word) {
    return (shapes[word] & PARTED) != 0;
  }

  /** A short word in capitals between others in capitals: "US" may be "us" there. */
  boolean isShouted(int word) {
    return ends[word] - starts[word] <= 3
        && text.charAt(ends[word] - 1) != '.'
        && word > 0
        && word + 1 < size
        && isAllCapitals(word - 1)
        && isAllCapitals(word + 1);
  }

  /** No capitalised word stands directly before or after. */
  boolean isAlone(int first, int last) {
    boolean before = first > 0 && !isParted(first) && isCapital(first - 1);
    boolean after = last + 1 < size && !isParted(last + 1) && isCapital(last + 1);
    return !before && !after;
  }

  private int endOf(int start) {
    if (Letters.standsAlone(text.charAt(start))) return start + 1;
    int initials = endOfInitials(start);
    if (initials > start) return initials;
    int at = start + 1;
    while (at < text.length()
        && Letters.isWord(text.charAt(at))
        && !Letters.standsAlone(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** "U.S.", "D.P.R.K": two or more single letters with dots. The last dot is taken along. */
  private int endOfInitials(int start) {
    int at = start;
    int letters = 0;
    while (at + 1 < text.length()
        && Letters.isUpper(text.charAt(at))
        && text.charAt(at + 1) == '.'
        && (at + 2 >= text.length() || !isLower(text.charAt(at + 2)))) {
      at += 2;
      letters++;
    }
    if (letters == 0) return start;
    boolean openEnd = at < text.length() && Letters.isUpper(text.charAt(at)) && isLast(at);
    if (openEnd) return at + 1;
    return letters >= 2 ? at : start;
  }

  private boolean isLast(int at) {
    return at + 1 == text.length() || !Letters.isWord(text.charAt(at + 1));
  }

  private static boolean isLower(char unit) {
    return Character.isLowerCase(unit);
  }

  private boolean isParted(int from, int to) {
    if (to - from > 3) return true;
    for (int at = from; at < to; at++) {
      char unit = text.charAt(at);
      boolean soft =
          unit == ' '
              || unit == '-'
              || unit == '\''
              || unit == '’'
              || unit == '.'
              || unit == '&'
              || unit == '\u00a0'
              || unit == '‑'
              || unit == '`'
              || unit == '·';
      if (!soft) return true;
    }
    return false;
  }

  private void add(int start, int end, boolean parted) {
    if (size == starts.length) grow();
    int length = 0;
    boolean capitals = true;
    int letters = 0;
    for (int at = start; at < end && length < LONGEST; at++) {
      char unit = text.charAt(at);
      if (unit == '.') continue;
      capitals &= Letters.isUpper(unit) || Character.isDigit(unit);
      letters++;
      length = Letters.fold(unit, buffer, length);
    }
    boolean capital = Letters.isUpper(text.charAt(start));
    starts[size] = start;
    ends[size] = end;
    ids[size] = vocabulary.find(buffer, length);
    shapes[size] =
        (byte)
            ((capital ? CAPITAL : 0)
                | (capitals && capital && letters > 1 ? ALL_CAPITALS : 0)
                | (parted ? PARTED : 0));
    size++;
  }

  private void grow() {
    int larger = size * 3 / 2 + 8;
    starts = Arrays.copyOf(starts, larger);
    ends = Arrays.copyOf(ends, larger);
    ids = Arrays.copyOf(ids, larger);
    shapes = Arrays.copyOf(shapes, larger);
  }
}
