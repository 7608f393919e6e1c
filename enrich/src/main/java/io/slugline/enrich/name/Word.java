package io.slugline.enrich.name;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A word that was met, with what the model makes of it.
 *
 * @param text as written
 * @param key of the text
 * @param traits keys of its attributes, 0 where it has none
 * @param scores what its predicates of one word add to each tag: a row for each offset from the
 *     token
 * @param history the same for the predicates of one word and the tag before, filled when asked
 */
record Word(
    String text,
    long key,
    long[] traits,
    float[] scores,
    AtomicReferenceArray<float @Nullable []> history) {

  /** Whether a listed name may begin with the word. */
  boolean capital() {
    return capital(text);
  }

  static boolean capital(String text) {
    char first = text.charAt(0);
    return Character.isUpperCase(first) || Character.isDigit(first);
  }

  /** Before the first and after the last word of a sentence. */
  static @Nullable String[] edge(String name) {
    @Nullable String[] traits = new String[Attribute.count()];
    WordTraits.set(traits, Attribute.LOWER, name);
    WordTraits.set(traits, Attribute.SHAPE, name);
    return traits;
  }

  static long[] keys(@Nullable String[] traits) {
    long[] keys = new long[traits.length];
    for (int at = 0; at < keys.length; at++) {
      String trait = traits[at];
      keys[at] = trait == null ? 0 : Hashes.of(trait);
    }
    return keys;
  }
}
