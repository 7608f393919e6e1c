package io.slugline.enrich.name;

import io.slugline.enrich.token.Tokens;
import java.util.Arrays;

/**
 * Gives each token of a text its tag: from left to right, always the best tag that may follow. The
 * same as OpenNLP's {@code NameFinderME} with a beam of one, without its strings. One for each
 * text.
 */
final class Decoder {
  static final long[] TAG_KEYS = tagKeys();

  private static final Template[] WIDE = Templates.wide();
  private static final Template[] LISTED = Templates.listed();
  private static final Template[] HISTORY = Templates.wideHistory();
  private static final boolean[][] MAY_FOLLOW = mayFollow();

  private final Tokens tokens;
  private final Words words;
  private final Weights weights;
  private final byte[] tags;
  private final float[] confidences;
  private final float[] scores = new float[Weights.STRIDE];
  private final NameLists lists;
  private Word[] window = new Word[64];
  private Words.Pair[] pairs = new Words.Pair[64];
  private int[] marks = new int[0];

  Decoder(Tokens tokens, Words words, Weights weights, NameLists lists) {
    this.lists = lists;
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
    marks = marks(size);
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
    if (window.length < size + 2 * reach) {
      window = new Word[(size + 2 * reach) * 2];
      pairs = new Words.Pair[window.length];
    }
    Arrays.fill(window, 0, reach, words.before());
    for (int at = 0; at < size; at++) window[at + reach] = words.of(tokens, first + at);
    Arrays.fill(window, size + reach, size + 2 * reach, words.after());
    for (int at = 0; at + 1 < size + 2 * reach; at++) {
      pairs[at] = words.pair(window[at], window[at + 1]);
    }
  }

  private int[] marks(int size) {
    long[] keys = new long[size];
    boolean[] capital = new boolean[size];
    for (int at = 0; at < size; at++) {
      Word word = window[at + Templates.REACH];
      keys[at] = word.traits()[Attribute.WORD.ordinal()];
      capital[at] = word.capital();
    }
    return lists.mark(keys, capital, size);
  }

  private long trait(int at, int attribute) {
    if (attribute < Attribute.countOfWord()) return window[at].traits()[attribute];
    int token = at - Templates.REACH;
    return token < 0 || token >= marks.length ? 0 : lists.key(marks[token], attribute);
  }

  private void score(int centre, int last, int lastButOne) {
    Arrays.fill(scores, 0);
    for (int offset = -Templates.REACH; offset <= Templates.REACH; offset++) {
      add(window[centre + offset].scores(), offset + Templates.REACH);
    }
    for (int offset = -Templates.REACH; offset < Templates.REACH; offset++) {
      add(pairs[centre + offset].scores(), offset + Templates.REACH);
    }
    for (int offset = -1; offset <= 1; offset++) {
      add(words.history(window[centre + offset], offset, last), 0);
    }
    add(words.tags(last, lastButOne), 0);
    add(WIDE, centre);
    if (isListed(centre)) add(LISTED, centre);
    for (Template template : HISTORY) {
      long key = parts(template, centre);
      if (key == 0) continue;
      key = Hashes.join(key, TAG_KEYS[last]);
      long tagged = template.tags() == 2 ? Hashes.join(key, TAG_KEYS[lastButOne]) : key;
      weights.add(tagged, scores, 0);
    }
  }

  private boolean isListed(int centre) {
    int token = centre - Templates.REACH;
    return marks[token] != 0
        || token > 0 && marks[token - 1] != 0
        || token + 1 < marks.length && marks[token + 1] != 0;
  }

  private void add(Template[] templates, int centre) {
    for (Template template : templates) {
      long key = parts(template, centre);
      if (key != 0) weights.add(key, scores, 0);
    }
  }

  private void add(float[] own, int row) {
    int from = row * Weights.STRIDE;
    for (int tag = 0; tag < Weights.STRIDE; tag++) scores[tag] += own[from + tag];
  }

  /** The key of the template's name and words, 0 when one of them lacks the attribute. */
  private long parts(Template template, int centre) {
    long key = template.seed();
    int[] offsets = template.offsets();
    int[] attributes = template.attributes();
    for (int part = 0; part < offsets.length; part++) {
      long trait = trait(centre + offsets[part], attributes[part]);
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
