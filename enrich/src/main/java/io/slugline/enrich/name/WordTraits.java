package io.slugline.enrich.name;

import org.jspecify.annotations.Nullable;

/** The attributes of a word, computed once for each word that is met. */
final class WordTraits {
  private final Lexicon lexicon;

  WordTraits(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** What each attribute is for the word, null where it has none. */
  @Nullable String[] of(String word) {
    @Nullable String[] traits = new String[Attribute.count()];
    String normal = normalise(word);
    String lower = lowerCase(normal);
    set(traits, Attribute.WORD, normal);
    set(traits, Attribute.LOWER, lower);
    set(traits, Attribute.SHAPE, shape(normal));
    affixes(traits, lower);
    lexicon.describe(normal, lower, traits);
    return traits;
  }

  static void set(@Nullable String[] traits, Attribute attribute, @Nullable String value) {
    traits[attribute.ordinal()] = value;
  }

  private static void affixes(@Nullable String[] traits, String lower) {
    int length = lower.length();
    if (length > 2) {
      set(traits, Attribute.PREFIX2, lower.substring(0, 2));
      set(traits, Attribute.SUFFIX2, lower.substring(length - 2));
    }
    if (length > 3) {
      set(traits, Attribute.PREFIX3, lower.substring(0, 3));
      set(traits, Attribute.SUFFIX3, lower.substring(length - 3));
    }
    if (length > 4) {
      set(traits, Attribute.PREFIX4, lower.substring(0, 4));
      set(traits, Attribute.SUFFIX4, lower.substring(length - 4));
    }
  }

  /** Digits as zeros, curly apostrophes straight, nothing that parts a predicate. */
  static String normalise(String word) {
    StringBuilder normal = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); at++) {
      char unit = word.charAt(at);
      if (unit == '’' || unit == '‘') unit = '\'';
      else if (unit == '“' || unit == '”') unit = '"';
      else if (unit == '|') unit = '/';
      else if (Character.isDigit(unit)) unit = '0';
      normal.append(unit);
    }
    return normal.toString();
  }

  /** Unit by unit, so that the length stays and no locale has a say. */
  static String lowerCase(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); at++) lower.append(Character.toLowerCase(word.charAt(at)));
    return lower.toString();
  }

  /** "Xx" for a capitalised word, "X.X." for initials; runs of a kind are told once or twice. */
  static String shape(String word) {
    StringBuilder shape = new StringBuilder();
    int run = 0;
    for (int at = 0; at < word.length(); at++) {
      char kind = kind(word.charAt(at));
      boolean same = shape.length() > 0 && shape.charAt(shape.length() - 1) == kind;
      run = same ? run + 1 : 1;
      if (run <= (kind == 'X' ? 2 : 1)) shape.append(kind);
      if (shape.length() >= 8) break;
    }
    return shape.toString();
  }

  private static char kind(char unit) {
    if (Character.isUpperCase(unit)) return 'X';
    if (Character.isLetter(unit)) return 'x';
    if (unit == '0') return '0';
    return unit < 128 ? unit : '*';
  }
}
