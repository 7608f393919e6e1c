package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.token.Tokens;
import java.util.List;
import java.util.Locale;

/** One field with its words made once, as written and in small letters, for the word rules. */
final class Passage {
  private final Field field;
  private final Tokens tokens;
  private final String[] words;
  private final String[] small;

  Passage(Field field, Tokens tokens) {
    this.field = field;
    this.tokens = tokens;
    words = new String[tokens.size()];
    small = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = tokens.word(i);
      small[i] = words[i].toLowerCase(Locale.ROOT);
    }
  }

  int size() {
    return words.length;
  }

  Field field() {
    return field;
  }

  Tokens tokens() {
    return tokens;
  }

  /** The word as it is written; empty outside of the text. */
  String word(int token) {
    return token < 0 || token >= words.length ? "" : words[token];
  }

  /** The word in small letters; empty outside of the text. */
  String small(int token) {
    return token < 0 || token >= words.length ? "" : small[token];
  }

  boolean isCapital(int token) {
    return !word(token).isEmpty() && Character.isUpperCase(word(token).charAt(0));
  }

  /** No space stands between a token and the one before it. */
  boolean isJoined(int token) {
    return token > 0 && token < words.length && tokens.start(token) == tokens.end(token - 1);
  }

  boolean sameSentence(int token, int other) {
    return other >= 0
        && other < words.length
        && tokens.sentenceOf(token) == tokens.sentenceOf(other);
  }

  Mention mention(int first, int end, MentionType type, double confidence, String foundBy) {
    Span span = tokens.span(first, end);
    return new Mention(
        field,
        span.start(),
        span.end(),
        span.of(tokens.text()),
        type,
        confidence,
        foundBy,
        null,
        null,
        null,
        List.of());
  }
}
