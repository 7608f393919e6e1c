package io.slugline.enrich.language;

import java.util.Locale;
import java.util.Set;

/** The small words that a language cannot do without. */
final class FunctionWords {
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "that", "with", "from", "which", "were", "been", "this", "their",
          "would", "said", "after", "about", "who", "has", "its", "they", "but", "had", "his");

  private FunctionWords() {}

  /** The share of a text's words that are small words of English, 0 to 1. */
  static double shareOfEnglish(String text) {
    int words = 0;
    int english = 0;
    for (int at = 0; at < text.length(); ) {
      int start = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
      if (at > start) {
        words++;
        if (at - start <= 5 && isEnglish(text.substring(start, at))) english++;
      } else {
        at++;
      }
    }
    return words == 0 ? 0 : (double) english / words;
  }

  private static boolean isEnglish(String word) {
    return ENGLISH.contains(word.toLowerCase(Locale.ROOT));
  }
}
