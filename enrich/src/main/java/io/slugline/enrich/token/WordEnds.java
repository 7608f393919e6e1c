package io.slugline.enrich.token;

/** Where a word ends: which points, hyphens and commas belong to it. */
final class WordEnds {
  private final String text;
  private final CharClass classes;
  private final Abbreviations abbreviations;

  WordEnds(String text, CharClass classes, Abbreviations abbreviations) {
    this.text = text;
    this.classes = classes;
    this.abbreviations = abbreviations;
  }

  /** One past the letters, digits and marks that stand from here on without a break. */
  int run(int from) {
    int end = from;
    while (end < text.length() && classes.isWord(text.charAt(end))) end++;
    return end;
  }

  boolean letterAt(int at) {
    return at < text.length() && classes.of(text.charAt(at)) == CharClass.LETTER;
  }

  private boolean digitAt(int at) {
    return at < text.length() && classes.of(text.charAt(at)) == CharClass.DIGIT;
  }

  /** Whether the sign after a word joins it with what follows. */
  boolean joins(int start, int at) {
    if (at + 1 >= text.length() || !classes.isWord(text.charAt(at + 1))) return false;
    return switch (text.charAt(at)) {
      case '.' -> joinsByPoint(start, at);
      case ',', ':' -> digitAt(at - 1) && digitAt(at + 1);
      case '&' -> Character.isUpperCase(text.charAt(at - 1)) && letterAt(at + 1);
      case '_', '@' -> true;
      case '-' -> keepsHyphen(start, at);
      default -> false;
    };
  }

  /** "3.14", "U.S.A", "p.m", "site.com", but not "end.The". */
  private boolean joinsByPoint(int start, int at) {
    if (digitAt(at - 1) || digitAt(at + 1)) return digitAt(at - 1) && digitAt(at + 1);
    if (Character.isLowerCase(text.charAt(at + 1))) return true;
    return isLetters(start, at);
  }

  /** Single letters parted by full stops, as in "U.S". */
  private boolean isLetters(int start, int end) {
    if ((end - start) % 2 == 0) return false;
    for (int at = start; at < end; at++) {
      boolean right = (at - start) % 2 == 0 ? letterAt(at) : text.charAt(at) == '.';
      if (!right) return false;
    }
    return true;
  }

  /** "re-election", "e-mail": a short prefix and a small letter. Other compounds are cut. */
  private boolean keepsHyphen(int start, int at) {
    if (!letterAt(at + 1) || Character.isUpperCase(text.charAt(at + 1))) return false;
    char first = Character.toLowerCase(text.charAt(start));
    if (at - start == 1) return first == 'e';
    char second = text.charAt(start + 1);
    return at - start == 2 && (first == 'r' && second == 'e' || first == 'c' && second == 'o');
  }

  /** "US$", "HK$", "A$": a dollar's country is no place. */
  private boolean isCurrency(int start, int end) {
    if (end - start > 3) return false;
    for (int at = start; at < end; at++) {
      if (!Character.isUpperCase(text.charAt(at))) return false;
    }
    return true;
  }

  boolean isAddress(int start, int at) {
    return at - start <= 5 && text.startsWith("://", at);
  }

  /** One past an address of the web, without the sentence's own point behind it. */
  int addressEnd(int from) {
    int end = from;
    while (end < text.length() && classes.of(text.charAt(end)) != CharClass.SPACE) end++;
    while (".,;:!?)\"'”’".indexOf(text.charAt(end - 1)) >= 0) end--;
    return end;
  }

  /** The word's end with the full stop or dollar sign that belongs to it, where one does. */
  int withSign(int start, int end) {
    if (end >= text.length()) return end;
    if (text.charAt(end) == '$' && isCurrency(start, end)) return end + 1;
    if (text.charAt(end) != '.') return end;
    if (end + 1 < text.length() && text.charAt(end + 1) == '.') return end;
    if (isLetters(start, end)) {
      return end - start > 1 || Character.isUpperCase(text.charAt(start)) ? end + 1 : end;
    }
    if (end - start > 6) return end;
    String word = text.substring(start, end);
    return abbreviations.leads(word) || abbreviations.mayEnd(word) ? end + 1 : end;
  }
}
