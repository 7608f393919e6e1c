package io.slugline.enrich.name;

import io.slugline.enrich.token.Tokens;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The words met lately, each with what its own predicates add to every tag: in running text nearly
 * every word is one of them, and then no string is made. Entries never change, so threads share
 * them; the slot of one word may be taken by another.
 */
final class Words {

  /**
   * Two neighbours.
   *
   * @param scores what they add to the second token after the left one, the right one, the left one
   *     and the one before it: a row for each offset of the left from that token, from -2
   */
  record Pair(Word left, Word right, float[] scores) {}

  private static final int SLOTS = 1 << 16;
  private static final int PAIR_SLOTS = 1 << 17;
  private static final Template[][] PAIRS = Templates.pairs();
  private static final Template[][] WORD_HISTORY = Templates.wordHistory();
  private static final int OFFSETS = 2 * Templates.REACH + 1;

  private final AtomicReferenceArray<@Nullable Word> slots = new AtomicReferenceArray<>(SLOTS);
  private final AtomicReferenceArray<@Nullable Pair> pairs = new AtomicReferenceArray<>(PAIR_SLOTS);
  private final AtomicIntegerArray pairsMet = new AtomicIntegerArray(PAIR_SLOTS);
  private final WordTraits traits;
  private final Weights weights;
  private final float[][] tags;
  private final Word before;
  private final Word after;

  Words(WordTraits traits, Weights weights) {
    this.traits = traits;
    this.weights = weights;
    this.tags = tags(weights);
    this.before = word("<s>", Word.edge("<s>"));
    this.after = word("</s>", Word.edge("</s>"));
  }

  /** What stands before the first word of a sentence. */
  Word before() {
    return before;
  }

  Word after() {
    return after;
  }

  Word of(Tokens tokens, int token) {
    String text = tokens.text();
    int start = tokens.start(token);
    long key = Hashes.of(text, start, tokens.end(token));
    int slot = (int) (key >>> 40) & SLOTS - 1;
    Word known = slots.get(slot);
    if (known != null && known.key() == key) return known;
    String written = tokens.word(token);
    Word word = word(written, traits.of(written));
    slots.set(slot, word);
    return word;
  }

  private Word word(String text, @Nullable String[] traits) {
    long[] keys = Word.keys(traits);
    float[] scores = new float[OFFSETS * Weights.STRIDE];
    for (Template template : Templates.ONE_WORD) {
      long key = keys[template.attributes()[0]];
      if (key == 0) continue;
      int offset = template.offsets()[0] + Templates.REACH;
      weights.add(Hashes.join(template.seed(), key), scores, offset * Weights.STRIDE);
    }
    return new Word(
        text,
        Hashes.of(text),
        keys,
        scores,
        new AtomicReferenceArray<>(WORD_HISTORY.length * (Tags.NONE + 1)));
  }

  /** What the word at an offset adds to each tag after the tag before. */
  float[] history(Word word, int offset, int before) {
    int at = (offset + 1) * (Tags.NONE + 1) + before;
    float[] known = word.history().get(at);
    if (known != null) return known;
    float[] scores = new float[Weights.STRIDE];
    for (Template template : WORD_HISTORY[offset + 1]) {
      long key = template.seed();
      for (int attribute : template.attributes()) {
        long trait = word.traits()[attribute];
        key = trait == 0 || key == 0 ? 0 : Hashes.join(key, trait);
      }
      if (key != 0) weights.add(Hashes.join(key, Decoder.TAG_KEYS[before]), scores, 0);
    }
    word.history().set(at, scores);
    return scores;
  }

  /** What the two tags before add to each tag. */
  float[] tags(int last, int lastButOne) {
    return tags[last * (Tags.NONE + 1) + lastButOne];
  }

  private static float[][] tags(Weights weights) {
    int count = Tags.NONE + 1;
    float[][] tags = new float[count * count][Weights.STRIDE];
    for (int pair = 0; pair < tags.length; pair++) {
      for (Template template : Templates.tagsAlone()) {
        long key = Hashes.join(template.seed(), Decoder.TAG_KEYS[pair / count]);
        if (template.tags() == 2) key = Hashes.join(key, Decoder.TAG_KEYS[pair % count]);
        weights.add(key, tags[pair], 0);
      }
    }
    return tags;
  }

  /**
   * Two neighbours, with what their predicates add to the tokens around them. Half of all pairs are
   * met once and never again: one is kept when it is met a second time.
   */
  Pair pair(Word left, Word right) {
    long key = Hashes.join(left.key(), right.key());
    int slot = (int) (key >>> 40) & PAIR_SLOTS - 1;
    Pair known = pairs.get(slot);
    if (known != null && known.left() == left && known.right() == right) return known;
    Pair pair = made(left, right);
    if (pairsMet.getAndSet(slot, (int) key) == (int) key) pairs.set(slot, pair);
    return pair;
  }

  private Pair made(Word left, Word right) {
    float[] scores = new float[PAIRS.length * Weights.STRIDE];
    for (int group = 0; group < PAIRS.length; group++) {
      for (Template template : PAIRS[group]) {
        long key = key(template, group - Templates.REACH, left, right);
        if (key != 0) weights.add(key, scores, group * Weights.STRIDE);
      }
    }
    return new Pair(left, right, scores);
  }

  private static long key(Template template, int first, Word left, Word right) {
    long key = template.seed();
    int[] offsets = template.offsets();
    for (int part = 0; part < offsets.length; part++) {
      Word word = offsets[part] == first ? left : right;
      long trait = word.traits()[template.attributes()[part]];
      if (trait == 0) return 0;
      key = Hashes.join(key, trait);
    }
    return key;
  }
}
