package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What two texts have in common and what only one of them has, word by word: the longest common
 * subsequence, over the first two thousand words of each.
 *
 * @param left the first text; what the second lacks is marked
 * @param right the second text; what the first lacks is marked
 * @param shared share of words of both that are common, 0 to 1
 */
public record Difference(List<Piece> left, List<Piece> right, double shared) {
  private static final int MOST_WORDS = 2000;
  private static final int MOST_UNITS = 60_000;

  static Difference of(String left, String right) {
    List<String> first = words(left);
    List<String> second = words(right);
    boolean[] inFirst = new boolean[first.size()];
    boolean[] inSecond = new boolean[second.size()];
    int common = match(first, second, inFirst, inSecond);
    int all = first.size() + second.size();
    return new Difference(
        pieces(first, inFirst), pieces(second, inSecond), all == 0 ? 1 : 2.0 * common / all);
  }

  /** Each word with the blanks behind it. */
  private static List<String> words(String text) {
    String shown = Shown.harmless(Texts.atMost(MOST_UNITS, text));
    String[] words = shown.split("(?<=\\s)(?=\\S)", MOST_WORDS + 1);
    return Arrays.asList(words).subList(0, Math.min(words.length, MOST_WORDS));
  }

  private static int match(
      List<String> first, List<String> second, boolean[] inFirst, boolean[] inSecond) {
    short[][] longest = longest(first, second);
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      if (same(first.get(i), second.get(j))) {
        inFirst[i++] = true;
        inSecond[j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
      else j++;
    }
    return longest[0][0];
  }

  /** From each pair of places to the ends. */
  private static short[][] longest(List<String> first, List<String> second) {
    short[][] longest = new short[first.size() + 1][second.size() + 1];
    for (int i = first.size() - 1; i >= 0; i--) {
      for (int j = second.size() - 1; j >= 0; j--) {
        longest[i][j] =
            same(first.get(i), second.get(j))
                ? (short) (longest[i + 1][j + 1] + 1)
                : (short) Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private static boolean same(String one, String other) {
    return one.equals(other) || one.strip().equals(other.strip());
  }

  private static List<Piece> pieces(List<String> words, boolean[] common) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = at;
      while (end < words.size() && common[end] == common[at]) end++;
      String text = String.join("", words.subList(at, end));
      pieces.add(common[at] ? Piece.plain(text) : Piece.marked(text));
      at = end;
    }
    return pieces;
  }
}
