package io.slugline.alerting.watch.text;

import java.util.Set;

/**
 * The infinitive of a regular English past: {@code seized} from seize, {@code shipped} from ship.
 */
final class EnglishPast {
  // Endings, once -ed is gone, of verbs of several syllables whose infinitive has an e.
  private static final Set<String> LONG_WITH_E =
      Set.of(
          "at", "ut", "id", "ad", "ud", "od", "ar", "ir", "ur", "in", "um", "am", "im", "il", "ul",
          "ap", "ip", "ak", "ok", "ik", "uk", "ib", "ob", "ab", "ot", "as", "os", "is", "us", "es",
          "ag", "eg", "ig", "og", "ug", "ub", "up");

  private EnglishPast() {}

  static String infinitive(String word) {
    String root = word.substring(0, word.length() - 2);
    if (!hasVowel(root) || root.endsWith("e")) return word;
    if (root.endsWith("i")) {
      return root.length() > 2 ? root.substring(0, root.length() - 1) + "y" : word;
    }
    if (isDoubled(root)) return undouble(root);
    return needsE(root) ? root + "e" : root;
  }

  private static boolean isDoubled(String root) {
    int last = root.length() - 1;
    return last > 1 && root.charAt(last) == root.charAt(last - 1) && !isVowel(root.charAt(last));
  }

  /** {@code shipp} is ship, {@code controll} is control; {@code kill}, {@code pass} stay. */
  private static String undouble(String root) {
    char last = root.charAt(root.length() - 1);
    boolean keeps = last == 's' || last == 'f' || last == 'z' || (last == 'l' && isShort(root));
    return keeps ? root : root.substring(0, root.length() - 1);
  }

  private static boolean needsE(String root) {
    int length = root.length();
    char last = root.charAt(length - 1);
    if (length < 2) return false;
    char before = root.charAt(length - 2);
    if (last == 'c' || last == 'v' || last == 'u' || last == 'z') return true;
    if (last == 's') return true;
    if (last == 'g')
      return before != 'n' || "aeu".indexOf(root.charAt(Math.max(0, length - 3))) >= 0;
    if (last == 'l' && !isVowel(before)) return before != 'r' && before != 'w';
    if (last == 'h' || last == 'x' || last == 'w' || last == 'y' || !isVowel(before)) return false;
    if (length > 2 && isVowel(root.charAt(length - 3)) && root.charAt(length - 3) != 'u')
      return false;
    return isShort(root) || LONG_WITH_E.contains(root.substring(length - 2));
  }

  /** One syllable: consonants, vowels, consonants. */
  private static boolean isShort(String root) {
    int groups = 0;
    boolean inVowels = false;
    for (int i = 0; i < root.length(); i++) {
      boolean vowel =
          isVowel(root.charAt(i)) && !(root.charAt(i) == 'u' && i > 0 && root.charAt(i - 1) == 'q');
      if (vowel && !inVowels) groups++;
      inVowels = vowel;
    }
    return groups == 1;
  }

  private static boolean hasVowel(String root) {
    for (int i = 0; i < root.length(); i++) {
      if (isVowel(root.charAt(i)) || root.charAt(i) == 'y') return true;
    }
    return false;
  }

  private static boolean isVowel(char unit) {
    return "aeiou".indexOf(unit) >= 0;
  }
}
