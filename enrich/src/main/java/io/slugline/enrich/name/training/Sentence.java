package io.slugline.enrich.name.training;

import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of a sentence and the tags that people gave them. */
public record Sentence(String[] words, byte[] tags) {

  /** The document's sentences; marks that no run of tokens fits are left out. */
  public static List<Sentence> of(Document document, Tokens tokens) {
    byte[] tags = new byte[tokens.size()];
    for (Document.Marked name : document.names()) mark(name, tokens, tags);
    List<Sentence> sentences = new ArrayList<>();
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      int from = tokens.firstToken(sentence);
      int to = tokens.endToken(sentence);
      String[] words = new String[to - from];
      for (int token = from; token < to; token++) words[token - from] = tokens.word(token);
      sentences.add(new Sentence(words, Arrays.copyOfRange(tags, from, to)));
    }
    return sentences;
  }

  private static void mark(Document.Marked name, Tokens tokens, byte[] tags) {
    int first = -1;
    int last = -1;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.start(token) == name.start()) first = token;
      if (tokens.end(token) == name.end()) last = token;
    }
    boolean fits = first >= 0 && last >= first;
    if (!fits || tokens.sentenceOf(first) != tokens.sentenceOf(last)) return;
    int begin = 1 + 4 * name.type().ordinal();
    if (first == last) {
      tags[first] = (byte) (begin + 3);
      return;
    }
    tags[first] = (byte) begin;
    for (int token = first + 1; token < last; token++) tags[token] = (byte) (begin + 1);
    tags[last] = (byte) (begin + 2);
  }
}
