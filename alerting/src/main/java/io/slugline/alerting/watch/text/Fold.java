package io.slugline.alerting.watch.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes from a token what does not tell words apart: case, accents, the possessive. */
public final class Fold {
  // Without their points these acronyms would be everyday words.
  private static final Set<String> POINTED =
      Set.of("u.s", "i.t", "i.s", "n.o", "a.m", "d.o", "m.e", "o.r", "s.o", "i.n", "a.s");

  private Fold() {}

  /** One token, folded. */
  public static String fold(String token) {
    String plain = isLowerAscii(token) ? token : fullFold(token);
    return plain.indexOf('.') < 0 ? plain : foldPoints(plain);
  }

  /** The tokens of a text, each folded. */
  public static List<String> words(String text) {
    Scanner scanner = new Scanner();
    scanner.read(text);
    List<String> words = new ArrayList<>();
    while (scanner.next()) words.add(fold(scanner.token()));
    return words;
  }

  private static boolean isLowerAscii(String token) {
    for (int i = 0; i < token.length(); i++) {
      char unit = token.charAt(i);
      boolean lower = unit >= 'a' && unit <= 'z';
      if (!lower && unit != '.' && (unit < '0' || unit > '9')) return false;
    }
    return true;
  }

  private static String fullFold(String token) {
    String parts = Normalizer.normalize(token.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    String word = withoutPossessive(parts);
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) append(word.charAt(i), plain);
    return plain.length() == 0 ? token : plain.toString();
  }

  private static String withoutPossessive(String word) {
    int length = word.length();
    boolean possessive =
        length > 2 && word.charAt(length - 1) == 's' && isApostrophe(word.charAt(length - 2));
    return possessive ? word.substring(0, length - 2) : word;
  }

  private static void append(char unit, StringBuilder to) {
    int type = Character.getType(unit);
    if (type == Character.NON_SPACING_MARK || isApostrophe(unit)) return;
    if (unit == ',' || unit == '\u00ad') return;
    switch (unit) {
      case '\u00df' -> to.append("ss");
      case '\u00e6' -> to.append("ae");
      case '\u0153' -> to.append("oe");
      case '\u00f8' -> to.append('o');
      case '\u0142' -> to.append('l');
      case '\u0111', '\u00f0' -> to.append('d');
      case '\u0131' -> to.append('i');
      case '\u00fe' -> to.append("th");
      default -> to.append(unit);
    }
  }

  private static boolean isApostrophe(char unit) {
    return unit == '\'' || unit == '\u2019' || unit == '\u02bc';
  }

  private static String foldPoints(String word) {
    if (Character.isDigit(word.charAt(0)) || POINTED.contains(word)) return word;
    return word.replace(".", "");
  }
}
