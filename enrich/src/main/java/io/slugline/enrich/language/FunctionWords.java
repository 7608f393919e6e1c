package io.slugline.enrich.language;

import java.util.Locale;
import java.util.Set;

/** The small words that a language cannot do without. */
final class FunctionWords {
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "that", "with", "from", "which", "were", "been", "this", "their",
          "would", "said", "after", "about", "who", "has", "its", "they", "but", "had", "his");

  private static final int SURE_AFTER = 12;

  private FunctionWords() {}

  /** The share of a text's words that are small words of English, 0 to 1. */
  static double shareOfEnglish(String text) {
    return share(text, Integer.MAX_VALUE, 1);
  }

  /** Whether they have that share of its words; of twice as much at its beginning it is sure. */
  static boolean isEnglish(String text, double least) {
    return share(text, SURE_AFTER, 2 * least) >= least;
  }

  /** Reads no further once there are enough words, and that share of them. */
  private static double share(String text, int enough, double share) {
    int words = 0;
    int english = 0;
    for (int at = 0; at < text.length(); ) {
      int start = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
      if (at == start) {
        at++;
        continue;
      }
      words++;
      if (at - start <= 5 && isSmall(text.substring(start, at))) english++;
      if (words >= enough && english >= share * words) break;
    }
    return words == 0 ? 0 : (double) english / words;
  }

  private static boolean isSmall(String word) {
    return ENGLISH.contains(word.toLowerCase(Locale.ROOT));
  }
}
