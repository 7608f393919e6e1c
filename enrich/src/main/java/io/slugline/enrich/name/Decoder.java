package io.slugline.enrich.name;

import io.slugline.enrich.token.Tokens;
import java.util.Arrays;

/**
 * Gives each token of a text its tag: from left to right, always the best tag that may follow. The
 * same as OpenNLP's {@code NameFinderME} with a beam of one, without its strings. One for each
 * text.
 */
final class Decoder {
  private static final Template[] SEVERAL = Templates.SEVERAL.toArray(new Template[0]);
  private static final Template[] HISTORY = Templates.HISTORY.toArray(new Template[0]);
  private static final long[] TAG_KEYS = tagKeys();
  private static final boolean[][] MAY_FOLLOW = mayFollow();

  private final Tokens tokens;
  private final Words words;
  private final Weights weights;
  private final byte[] tags;
  private final float[] confidences;
  private final float[] scores = new float[Weights.STRIDE];
  private Word[] window = new Word[64];

  Decoder(Tokens tokens, Words words, Weights weights) {
    this.tokens = tokens;
    this.words = words;
    this.weights = weights;
    this.tags = new byte[tokens.size()];
    this.confidences = new float[tokens.size()];
  }

  /** Tags every sentence. */
  void decode() {
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) decode(sentence);
  }

  /** The tag of each token. */
  byte[] tags() {
    return tags;
  }

  /** How sure each token's tag is; 0 for tokens outside of names, where nobody asks. */
  float[] confidences() {
    return confidences;
  }

  private void decode(int sentence) {
    int first = tokens.firstToken(sentence);
    int size = tokens.endToken(sentence) - first;
    fillWindow(first, size);
    int last = Tags.NONE;
    int lastButOne = Tags.NONE;
    for (int at = 0; at < size; at++) {
      score(at + Templates.REACH, last, lastButOne);
      int tag = best(last);
      tags[first + at] = (byte) tag;
      if (tag != Tags.OUTSIDE) confidences[first + at] = share(tag, last);
      lastButOne = last;
      last = tag;
    }
  }

  private void fillWindow(int first, int size) {
    int reach = Templates.REACH;
    if (window.length < size + 2 * reach) window = new Word[(size + 2 * reach) * 2];
    Arrays.fill(window, 0, reach, words.before());
    for (int at = 0; at < size; at++) window[at + reach] = words.of(tokens, first + at);
    Arrays.fill(window, size + reach, size + 2 * reach, words.after());
  }

  private void score(int centre, int last, int lastButOne) {
    Arrays.fill(scores, 0);
    for (int offset = -Templates.REACH; offset <= Templates.REACH; offset++) {
      float[] own = window[centre + offset].scores()[offset + Templates.REACH];
      for (int tag = 0; tag < Weights.STRIDE; tag++) scores[tag] += own[tag];
    }
    for (Template template : SEVERAL) {
      long key = parts(template, centre);
      if (key != 0) add(key);
    }
    for (Template template : HISTORY) {
      long key = parts(template, centre);
      if (key == 0) continue;
      key = Hashes.join(key, TAG_KEYS[last]);
      add(template.tags() == 2 ? Hashes.join(key, TAG_KEYS[lastButOne]) : key);
    }
  }

  private void add(long key) {
    int row = weights.row(key);
    if (row >= 0) weights.addTo(scores, row);
  }

  /** The key of the template's name and words, 0 when one of them lacks the attribute. */
  private long parts(Template template, int centre) {
    long key = template.seed();
    int[] offsets = template.offsets();
    int[] attributes = template.attributes();
    for (int part = 0; part < offsets.length; part++) {
      long trait = window[centre + offsets[part]].traits()[attributes[part]];
      if (trait == 0) return 0;
      key = Hashes.join(key, trait);
    }
    return key;
  }

  private int best(int last) {
    boolean[] may = MAY_FOLLOW[last];
    int best = -1;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      if (may[tag] && (best < 0 || scores[tag] > scores[best])) best = tag;
    }
    return best;
  }

  /** The tag's share among those that may follow. */
  private float share(int chosen, int last) {
    double sum = 0;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      if (MAY_FOLLOW[last][tag]) sum += Math.exp(scores[tag] - scores[chosen]);
    }
    return (float) (1 / sum);
  }

  private static long[] tagKeys() {
    long[] keys = new long[Tags.NONE + 1];
    for (int tag = 0; tag < keys.length; tag++) keys[tag] = Hashes.of(Tags.outcome(tag));
    return keys;
  }

  private static boolean[][] mayFollow() {
    boolean[][] may = new boolean[Tags.NONE + 1][Tags.COUNT];
    for (int before = 0; before <= Tags.NONE; before++) {
      for (int tag = 0; tag < Tags.COUNT; tag++) may[before][tag] = Tags.mayFollow(before, tag);
    }
    return may;
  }
}
