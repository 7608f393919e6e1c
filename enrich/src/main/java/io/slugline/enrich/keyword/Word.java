package io.slugline.enrich.keyword;

import java.util.Locale;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a word wherever it stands.
 *
 * @param stem by Porter, lower case; null for what is no word: a number, a sign, an address
 * @param isIdle whether it is no keyword, {@code isIdleInNames} even inside a name
 * @param votes what it says of its own part of speech and of its neighbours'
 */
record Word(@Nullable String stem, boolean isIdle, boolean isIdleInNames, Votes votes) {

  /** A sum for each tag: for the word itself, and for the words around it. */
  // Shared and never changed.
  @SuppressWarnings("ArrayRecordComponent")
  record Votes(
      double[] here,
      double[] oneBefore,
      double[] twoBefore,
      double[] oneAfter,
      double[] twoAfter) {}

  static Word of(String word, IdleWords idle, Votes votes) {
    boolean always = idle.always(word);
    return new Word(stem(word), always || idle.usually(word), always, votes);
  }

  private static @Nullable String stem(String word) {
    boolean isAddress = word.indexOf('@') >= 0 || word.contains("//") || word.startsWith("www.");
    if (word.length() < 2 || isAddress || word.chars().noneMatch(Character::isLetter)) return null;
    return new PorterStemmer().stem(word.toLowerCase(Locale.ROOT));
  }
}
