package io.slugline.enrich.name;

import io.slugline.enrich.token.Tokens;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The words met lately, each with what its own predicates add to every tag: in running text nearly
 * every word is one of them, and then no string is made. Entries never change, so threads share
 * them; the slot of one word may be taken by another.
 */
final class Words {
  private static final int SLOTS = 1 << 17;
  private static final int OFFSETS = 2 * Templates.REACH + 1;

  private final AtomicReferenceArray<@Nullable Word> slots = new AtomicReferenceArray<>(SLOTS);
  private final WordTraits traits;
  private final Weights weights;
  private final Word before;
  private final Word after;

  Words(WordTraits traits, Weights weights) {
    this.traits = traits;
    this.weights = weights;
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
    int length = tokens.end(token) - start;
    int slot = (int) (Hashes.of(text, start, start + length) >>> 40) & SLOTS - 1;
    Word known = slots.get(slot);
    if (known != null && known.text().length() == length && text.startsWith(known.text(), start)) {
      return known;
    }
    String written = tokens.word(token);
    Word word = word(written, traits.of(written));
    slots.set(slot, word);
    return word;
  }

  private Word word(String text, @Nullable String[] traits) {
    long[] keys = Word.keys(traits);
    float[][] scores = new float[OFFSETS][Weights.STRIDE];
    for (Template template : Templates.ONE_WORD) {
      long key = keys[template.attributes()[0]];
      if (key == 0) continue;
      int row = weights.row(Hashes.join(template.seed(), key));
      if (row >= 0) weights.addTo(scores[template.offsets()[0] + Templates.REACH], row);
    }
    return new Word(text, keys, scores);
  }
}
