package io.slugline.enrich.story;

import java.util.Arrays;
import java.util.Locale;

/**
 * One text cut into folded words: lower case, English plurals and possessives taken off. Scripts
 * that do not part words are cut into overlapping pairs of characters.
 */
final class Words {
  private final String text;
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private String[] folded = new String[256];
  private boolean[] opens = new boolean[256];
  private int size;

  private Words(String text) {
    this.text = text;
  }

  static Words of(String text) {
    Words words = new Words(text);
    words.scan();
    return words;
  }

  int size() {
    return size;
  }

  String folded(int word) {
    return folded[word];
  }

  /** As it stands in the text. */
  String surface(int word) {
    return text.substring(starts[word], ends[word]);
  }

  /** From one word to another, the last one inclusive, as it stands in the text. */
  String surface(int first, int last) {
    return text.substring(starts[first], ends[last]);
  }

  boolean isNumber(int word) {
    return Character.isDigit(text.charAt(starts[word]));
  }

  /** Begins with a capital although no sentence begins there. */
  boolean isName(int word) {
    return !opens[word] && Character.isUpperCase(text.charAt(starts[word]));
  }

  private void scan() {
    int at = 0;
    boolean opening = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isPaired(c)) {
        at = pairs(at, opening);
        opening = false;
      } else if (Character.isLetterOrDigit(c)) {
        int end = endOfWord(at);
        add(at, end, fold(text.substring(at, end)), opening);
        at = end;
        opening = false;
      } else {
        opening |= endsSentence(c);
        at++;
      }
    }
  }

  private static boolean endsSentence(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '“' || c == '"';
  }

  private int endOfWord(int at) {
    int end = at + 1;
    while (end < text.length() && continues(end)) end++;
    return end;
  }

  private boolean continues(int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) return !isPaired(c);
    if (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1))) return false;
    boolean digits =
        Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    return c == '\'' || c == '’' || digits && (c == ',' || c == '.');
  }

  private static boolean isPaired(char c) {
    return c >= 0x2e80
        && (Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30ff || c >= 0x0e00 && c <= 0x0e7f);
  }

  private int pairs(int at, boolean opening) {
    int end = at;
    while (end < text.length() && isPaired(text.charAt(end))) end++;
    for (int i = at; i < Math.max(at + 1, end - 1); i++) {
      int stop = Math.min(end, i + 2);
      add(i, stop, text.substring(i, stop), opening && i == at);
    }
    return end;
  }

  /** Harman's S-stemmer after lower-casing: it joins plurals and joins nothing wrongly. */
  static String fold(String word) {
    String low = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (low.endsWith("'s")) low = low.substring(0, low.length() - 2);
    int length = low.length();
    if (length < 4 || low.charAt(length - 1) != 's') return low;
    char before = low.charAt(length - 2);
    if (before == 's' || before == 'u') return low;
    if (low.endsWith("ies") && before(low, 3) != 'e' && before(low, 3) != 'a') {
      return low.substring(0, length - 3) + "y";
    }
    return low.substring(0, length - 1);
  }

  private static char before(String word, int fromEnd) {
    return word.length() > fromEnd ? word.charAt(word.length() - fromEnd - 1) : ' ';
  }

  private void add(int start, int end, String word, boolean opening) {
    if (size == starts.length) grow();
    starts[size] = start;
    ends[size] = end;
    folded[size] = word;
    opens[size] = opening;
    size++;
  }

  private void grow() {
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    folded = Arrays.copyOf(folded, size * 2);
    opens = Arrays.copyOf(opens, size * 2);
  }
}
