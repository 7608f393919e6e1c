package io.slugline.alerting.watch.text;

/** Brings the inflections of a word together; words of one stem match each other. */
public interface Stemmer {

  /** The stem of a folded word. */
  String stem(String word);

  /** For languages whose inflections we do not know: every word is its own stem. */
  static Stemmer none() {
    return word -> word;
  }
}
