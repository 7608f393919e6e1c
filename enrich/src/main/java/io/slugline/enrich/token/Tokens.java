package io.slugline.enrich.token;

import io.slugline.contract.Span;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One clean field cut into sentences and tokens. Tokens are counted from 0 over the whole field; a
 * sentence is a run of them.
 */
public final class Tokens {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int[] sentences;

  /**
   * @param starts first UTF-16 unit of each token, ascending
   * @param ends one past the last unit of each token
   * @param sentences the first token of each sentence, ascending, the first of them 0
   */
  public Tokens(String text, int[] starts, int[] ends, int[] sentences) {
    if (starts.length != ends.length) {
      throw new IllegalArgumentException(starts.length + " starts and " + ends.length + " ends");
    }
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.sentences = sentences;
  }

  public String text() {
    return text;
  }

  public int size() {
    return starts.length;
  }

  public int start(int token) {
    return starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  /** The token's own words. Makes a string: not for the inner loop of a tagger. */
  public String word(int token) {
    return text.substring(starts[token], ends[token]);
  }

  public int sentenceCount() {
    return sentences.length;
  }

  public int firstToken(int sentence) {
    return sentences[sentence];
  }

  /** One past the sentence's last token. */
  public int endToken(int sentence) {
    return sentence + 1 < sentences.length ? sentences[sentence + 1] : starts.length;
  }

  /** The sentence that a token stands in. */
  public int sentenceOf(int token) {
    int found = Arrays.binarySearch(sentences, token);
    return found >= 0 ? found : -found - 2;
  }

  /** The units that a sentence covers, from its first token to its last. */
  public Span sentence(int sentence) {
    return new Span(starts[firstToken(sentence)], ends[endToken(sentence) - 1]);
  }

  /** These sentences alone; offsets stay those of the whole text. */
  public Tokens only(IntPredicate wanted) {
    int[] kept = IntStream.range(0, sentenceCount()).filter(wanted).toArray();
    if (kept.length == sentenceCount()) return this;
    IntStream.Builder tokens = IntStream.builder();
    int[] firsts = new int[kept.length];
    int next = 0;
    for (int i = 0; i < kept.length; i++) {
      firsts[i] = next;
      for (int token = firstToken(kept[i]); token < endToken(kept[i]); token++, next++) {
        tokens.add(token);
      }
    }
    int[] all = tokens.build().toArray();
    return new Tokens(
        text,
        IntStream.of(all).map(token -> starts[token]).toArray(),
        IntStream.of(all).map(token -> ends[token]).toArray(),
        firsts);
  }

  /** The units from one token to another, the last one exclusive. */
  public Span span(int firstToken, int endToken) {
    return new Span(starts[firstToken], ends[endToken - 1]);
  }
}
