package io.slugline.enrich.token;

/** What an apostrophe inside a word does in a language. */
enum Apostrophe {
  /** English: parts "'s", "n't", "'re" and the like; "O'Brien" stays whole. */
  PARTS_CLITIC,
  /** French, Italian, Catalan: parts what stands before it, "l'" from "Iran". */
  PARTS_ELISION,
  /** Turkish: parts the ending from a name, "Ankara" from "'da". */
  PARTS_ENDING,
  /** Elsewhere: a letter like any other. */
  JOINS;

  static Apostrophe in(String language) {
    return switch (language) {
      case "en", "eng" -> PARTS_CLITIC;
      case "fr", "fra", "fre", "it", "ita", "ca", "cat", "oc", "oci" -> PARTS_ELISION;
      case "tr", "tur", "az", "aze" -> PARTS_ENDING;
      default -> JOINS;
    };
  }

  static boolean is(char unit) {
    return unit == '\'' || unit == '’';
  }

  /**
   * Where the word that began at {@code start} is cut at the apostrophe that stands at {@code at}
   * within it; -1 when it is not.
   *
   * @param end one past the last unit of the letters that follow the apostrophe
   */
  int cut(String text, int start, int at, int end) {
    return switch (this) {
      case PARTS_CLITIC -> clitic(text, start, at, end);
      case PARTS_ELISION -> at + 1;
      case PARTS_ENDING -> at;
      case JOINS -> -1;
    };
  }

  private static int clitic(String text, int start, int at, int end) {
    if (end - at == 2) {
      char letter = Character.toLowerCase(text.charAt(at + 1));
      if (letter == 's' || letter == 'd' || letter == 'm') return at;
      boolean negated = letter == 't' && Character.toLowerCase(text.charAt(at - 1)) == 'n';
      return negated && at - 1 > start ? at - 1 : -1;
    }
    if (end - at != 3) return -1;
    char first = Character.toLowerCase(text.charAt(at + 1));
    char second = Character.toLowerCase(text.charAt(at + 2));
    boolean verb = (first == 'r' || first == 'v') && second == 'e' || first == 'l' && second == 'l';
    return verb ? at : -1;
  }
}
