package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Word;
import java.util.List;
import java.util.Set;

/**
 * Guesses in how many articles a phrase stands: the rarest one of a watch is what it is posted
 * under.
 */
final class Rarity {
  private static final double WORD = 0.01;
  private static final double COMMON = 0.7;
  // One more word makes a phrase much rarer, but not as much as if words stood by chance.
  private static final double EACH_MORE = 0.05;
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "as", "by",
          "at", "it", "from", "be", "are", "has", "have", "had", "he", "his", "she", "her", "they",
          "their", "not", "but", "or", "an", "this", "which", "will", "would", "been", "were",
          "who", "said", "more", "its", "new", "one", "two", "first", "year", "people", "time",
          "us", "we", "you", "i", "no", "so", "if", "can", "up", "out", "about", "after", "all",
          "also", "other");

  private Rarity() {}

  static double of(List<Word> words) {
    double rarest = 1;
    for (Word word : words) rarest = Math.min(rarest, of(word));
    return rarest * Math.pow(EACH_MORE, words.size() - 1);
  }

  static double of(Word word) {
    if (word.how() == Word.How.PREFIX)
      return Math.min(1, WORD * 30 / Math.pow(2, word.text().length() - 1));
    return COMMON_WORDS.contains(word.text()) || word.text().length() < 2 ? COMMON : WORD;
  }

  static double ofName() {
    return WORD / 2;
  }
}
