package io.slugline.enrich.name;

import io.slugline.enrich.name.training.Sentence;
import java.util.Arrays;

/**
 * A sentence as numbers, to learn from.
 *
 * @param tags what people gave
 * @param rows of each token's predicates without tags, in the weights
 * @param history keys of its other predicates, still without their tags
 */
record Sample(byte[] tags, int[][] rows, long[][] history) {
  private static final int MOST = Templates.ONE_WORD.size() + Templates.SEVERAL.size();

  /** Looks the predicates up; those that the weights do not know are left out. */
  static Sample of(Sentence sentence, PredicateKeys keys, Weights weights) {
    keys.read(sentence.words());
    int size = sentence.words().length;
    int[][] rows = new int[size][];
    long[][] history = new long[size][];
    long[] buffer = new long[MOST];
    for (int token = 0; token < size; token++) {
      int count = keys.ofWords(token, buffer);
      rows[token] =
          Arrays.stream(buffer, 0, count).mapToInt(weights::row).filter(row -> row >= 0).toArray();
      history[token] = keys.ofHistory(token);
    }
    return new Sample(sentence.tags(), rows, history);
  }

  /** Counts every predicate of a sentence, with the tags that people gave. */
  static void count(Sentence sentence, PredicateKeys keys, PredicateCounts counts) {
    keys.read(sentence.words());
    byte[] tags = sentence.tags();
    long[] buffer = new long[MOST];
    for (int token = 0; token < tags.length; token++) {
      int count = keys.ofWords(token, buffer);
      for (int at = 0; at < count; at++) counts.add(buffer[at]);
      long[] history = keys.ofHistory(token);
      int last = token > 0 ? tags[token - 1] : Tags.NONE;
      int lastButOne = token > 1 ? tags[token - 2] : Tags.NONE;
      for (int at = 0; at < history.length; at++) {
        if (history[at] != 0) {
          counts.add(PredicateKeys.withTags(history[at], at, last, lastButOne));
        }
      }
    }
  }
}
