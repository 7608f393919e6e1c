package io.slugline.enrich.entity;

import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Quantities: a number with what is counted or measured ("2,000 containers", "97 per cent", "56
 * km", "$1.5 billion", "200,000 people"). A bare number, a year and a date are none.
 */
final class Measures {
  static final String FOUND_BY = "measures/1";

  private static final int NONE = -1;
  private static final int MOST_QUALIFIERS = 3;

  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundreds",
          "thousands",
          "millions",
          "billions",
          "dozens",
          "tens",
          "scores",
          "dozen",
          "hundred",
          "thousand");

  private static final Set<String> SCALES =
      Set.of(
          "hundred",
          "thousand",
          "million",
          "billion",
          "trillion",
          "mln",
          "bln",
          "mn",
          "bn",
          "crore",
          "lakh",
          "dozen",
          "hundreds",
          "thousands",
          "millions",
          "m",
          "k");

  private static final Set<String> UNITS = words("units");
  private static final Set<String> THINGS = words("things");
  private static final Set<String> MONEY = words("money");
  private static final Set<String> TIMES = words("times");

  private static final Set<String> NOT_COUNTED =
      Set.of(
          "years",
          "days",
          "months",
          "weeks",
          "hours",
          "minutes",
          "seconds",
          "decades",
          "centuries",
          "times",
          "was",
          "is",
          "has",
          "does",
          "as",
          "us",
          "this",
          "its",
          "his",
          "goals",
          "points",
          "runs",
          "wickets",
          "sets",
          "games",
          "others",
          "percents");

  private static Set<String> words(String list) {
    return WordLists.read("measures.txt").words(list);
  }

  List<Mention> find(Passage passage) {
    List<Mention> found = new ArrayList<>();
    int token = 0;
    while (token < passage.size()) {
      int end = end(passage, token);
      if (end != NONE) {
        found.add(passage.mention(token, end, MentionType.QUANTITY, .9, FOUND_BY));
      }
      token = end == NONE ? token + 1 : end;
    }
    return found;
  }

  /** One past the last token of the quantity that begins here. */
  private int end(Passage passage, int first) {
    String word = passage.word(first);
    char begin = word.charAt(0);
    if (isCurrency(word)) return endOfMoney(passage, first);
    if (begin >= '0' && begin <= '9') return endOfFigures(passage, first);
    boolean small = begin >= 'a' && begin <= 't' || begin >= 'D' && begin <= 'T';
    if (!small || !NUMBER_WORDS.contains(passage.small(first))) return NONE;
    return endOfCounted(passage, first, endOfNumber(passage, first), false);
  }

  private static boolean isCurrency(String word) {
    char last = word.charAt(word.length() - 1);
    return Character.getType(last) == Character.CURRENCY_SYMBOL && word.length() <= 4;
  }

  private static int endOfMoney(Passage passage, int first) {
    if (!isFigure(passage.word(first + 1))) return NONE;
    int end = first + 2;
    while (SCALES.contains(passage.small(end))) end++;
    return MONEY.contains(passage.small(end)) ? end + 1 : end;
  }

  private int endOfFigures(Passage passage, int first) {
    String word = passage.small(first);
    int letters = 0;
    while (letters < word.length() && !Character.isLetter(word.charAt(letters))) letters++;
    if (letters < word.length()) return endOfGlued(passage, first, word, letters);
    if (!isFigure(word) || isPartOfDate(passage, first)) return NONE;
    return endOfCounted(passage, first, endOfNumber(passage, first), !isYear(word));
  }

  /** "56km", "500-mile", "20m": figures and unit in one token. */
  private static int endOfGlued(Passage passage, int first, String word, int letters) {
    String unit = word.substring(letters);
    boolean hyphen = word.charAt(letters - 1) == '-';
    if (UNITS.contains(unit) && (hyphen || unit.length() > 1)) return first + 1;
    boolean scaled = SCALES.contains(unit);
    if (scaled
        && (THINGS.contains(passage.small(first + 1))
            || UNITS.contains(passage.small(first + 1)))) {
      return first + 2;
    }
    return NONE;
  }

  private static int endOfNumber(Passage passage, int first) {
    int end = first + 1;
    while (SCALES.contains(passage.small(end)) || isCompound(passage, end)) end++;
    boolean vague = passage.small(end).equals("of") && passage.small(end - 1).endsWith("s");
    if (!vague) return end;
    return SCALES.contains(passage.small(end + 1)) ? end + 2 : end + 1;
  }

  private static boolean isCompound(Passage passage, int token) {
    return passage.word(token - 1).endsWith("y") && NUMBER_WORDS.contains(passage.small(token));
  }

  private static int endOfCounted(Passage passage, int first, int number, boolean figures) {
    int unit = endOfUnit(passage, number);
    if (unit != NONE) return unit;
    if (TIMES.contains(passage.small(number))) return figures ? endOfTime(passage, number) : NONE;
    int at = number;
    while (at < number + MOST_QUALIFIERS && passage.sameSentence(first, at)) {
      String word = passage.small(at);
      if (THINGS.contains(word)) return endOfThings(passage, at + 1);
      if ((figures || isSeveral(passage, first)) && isPlural(passage, at)) return at + 1;
      if (!isQualifier(passage, at)) break;
      at++;
    }
    boolean scaled = number > first + 1 && figures;
    return scaled && SCALES.contains(passage.small(number - 1)) ? number : NONE;
  }

  /** "artillery shell containers" counts containers: things that follow things are taken along. */
  private static int endOfThings(Passage passage, int end) {
    int last = end;
    while (THINGS.contains(passage.small(last)) && !passage.isJoined(last)) last++;
    return last;
  }

  private static int endOfUnit(Passage passage, int at) {
    String word = passage.small(at);
    if (word.equals("-")) return UNITS.contains(passage.small(at + 1)) ? at + 2 : NONE;
    String two = word + " " + passage.small(at + 1);
    String three = two + " " + passage.small(at + 2);
    if (UNITS.contains(three)) return at + 3;
    if (UNITS.contains(two) || MONEY.contains(two)) return at + 2;
    return UNITS.contains(word) || MONEY.contains(word) ? at + 1 : NONE;
  }

  /** "24 hours"; an age ("45 years old") is none. */
  private static int endOfTime(Passage passage, int at) {
    boolean age = passage.small(at + 1).equals("old") || passage.small(at + 1).equals("of");
    return age ? NONE : at + 1;
  }

  private static boolean isQualifier(Passage passage, int token) {
    String word = passage.word(token);
    return word.length() > 2
        && Character.isLetter(word.charAt(0))
        && (!passage.isCapital(token) || Character.isUpperCase(word.charAt(0)) && word.length() > 4)
        && !WordLists.isSmallWord(passage.small(token));
  }

  /** A number word that counts: "two cranes", not "one", not "hundreds". */
  private static boolean isSeveral(Passage passage, int token) {
    String word = passage.small(token);
    return !word.equals("one") && !word.endsWith("s") && NUMBER_WORDS.contains(word);
  }

  private static boolean isPlural(Passage passage, int token) {
    String word = passage.word(token);
    return word.length() > 4
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !passage.isCapital(token)
        && !NOT_COUNTED.contains(word);
  }

  static boolean isFigure(String word) {
    if (word.isEmpty() || !Character.isDigit(word.charAt(0))) return false;
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      if (!Character.isDigit(unit) && unit != ',' && unit != '.') return false;
    }
    return Character.isDigit(word.charAt(word.length() - 1));
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
  }

  private static boolean isPartOfDate(Passage passage, int token) {
    return WordLists.isMonth(passage.small(token - 1))
        || WordLists.isMonth(passage.small(token + 1));
  }
}
