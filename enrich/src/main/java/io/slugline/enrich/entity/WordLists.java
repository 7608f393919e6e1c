package io.slugline.enrich.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Lists of words for the rules: {@code name: word, word ...} a line, several lines a list. */
final class WordLists {
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or",
          "but", "as", "per", "is", "are", "was", "were", "be", "been", "has", "have", "had",
          "will", "would", "that", "which", "who", "when", "while", "after", "before", "since",
          "than", "then", "not", "into", "over", "under", "between", "against", "during", "its",
          "their", "his", "her", "said", "more", "this", "these", "those", "because", "where",
          "if");

  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sept",
          "sep",
          "oct",
          "nov",
          "dec",
          "jan.",
          "feb.",
          "mar.",
          "apr.",
          "aug.",
          "sept.",
          "oct.",
          "nov.",
          "dec.");

  private final Map<String, Set<String>> lists = new HashMap<>();

  private WordLists() {}

  static WordLists read(String resource) {
    InputStream found = WordLists.class.getResourceAsStream(resource);
    if (found == null) throw new IllegalStateException("no word list " + resource);
    WordLists lists = new WordLists();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(lists::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read word list " + resource, e);
    }
    return lists;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    Set<String> words = lists.computeIfAbsent(line.substring(0, colon), name -> new HashSet<>());
    for (String word : line.substring(colon + 1).split(",")) words.add(word.strip());
  }

  Set<String> words(String name) {
    Set<String> words = lists.get(name);
    if (words == null) throw new IllegalStateException("no word list called " + name);
    return Set.copyOf(words);
  }

  static boolean isSmallWord(String word) {
    return SMALL_WORDS.contains(word);
  }

  static boolean isMonth(String word) {
    return MONTHS.contains(word);
  }
}
