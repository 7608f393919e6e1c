package io.slugline.alerting.watch.text;

import java.util.Map;
import java.util.Set;

/**
 * English inflections: plurals and the third person ({@code ships}), regular pasts ({@code
 * shipped}), and the irregular forms that news is full of. Nothing else: {@code shipping} and
 * {@code shipment} are other words.
 */
public final class EnglishStemmer implements Stemmer {
  private static final Map<String, String> IRREGULAR = Irregular.forms();
  private static final Set<String> NO_PAST = Irregular.notPasts();

  @Override
  public String stem(String word) {
    if (word.length() < 4 || !isAsciiLetters(word)) return irregular(word);
    String known = IRREGULAR.get(word);
    if (known != null) return known;
    if (word.endsWith("s")) return singular(word);
    return word.endsWith("ed") && !NO_PAST.contains(word) ? EnglishPast.infinitive(word) : word;
  }

  private static String irregular(String word) {
    return IRREGULAR.getOrDefault(word, word);
  }

  private static String singular(String word) {
    int length = word.length();
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
    if (word.endsWith("ies") && length > 4) return word.substring(0, length - 3) + "y";
    if (takesEs(word)) return word.substring(0, length - 2);
    return word.substring(0, length - 1);
  }

  /** Whether the plural was made with {@code -es}: {@code boxes}, {@code attaches}. */
  private static boolean takesEs(String word) {
    return word.endsWith("sses")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("xes")
        || word.endsWith("zzes")
        || word.endsWith("oes") && word.length() > 5;
  }

  private static boolean isAsciiLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      if (unit < 'a' || unit > 'z') return false;
    }
    return true;
  }
}
