package io.slugline.enrich.token;

import java.util.Locale;

/**
 * Cuts a text into sentences and tokens in one pass, by rules. English follows OpenNLP's tokenizer
 * model but for the possessive and the shortened verb ("Obama's", "don't"), which become tokens of
 * their own so that a name ends where it should. Other languages get Unicode's words, and a token
 * for each character of the scripts that are written without spaces.
 *
 * <p>Safe to share between threads.
 */
public final class Tokenizer {
  private final CharClass classes;
  private final Abbreviations abbreviations;

  private Tokenizer(CharClass classes, Abbreviations abbreviations) {
    this.classes = classes;
    this.abbreviations = abbreviations;
  }

  public static Tokenizer load() {
    return new Tokenizer(new CharClass(), Abbreviations.load());
  }

  /** Cuts an English text. */
  public Tokens tokenize(String text) {
    return tokenize(text, "en");
  }

  /**
   * @param language ISO 639-1 or 639-3 code, in any case; an unknown one gets the neutral rules
   */
  public Tokens tokenize(String text, String language) {
    Apostrophe apostrophe = Apostrophe.in(language.toLowerCase(Locale.ROOT));
    return new Cutter(text, classes, abbreviations, apostrophe).cut();
  }
}
