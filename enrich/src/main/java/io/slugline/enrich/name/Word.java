package io.slugline.enrich.name;

import org.jspecify.annotations.Nullable;

/**
 * A word that was met, with what the model makes of it.
 *
 * @param text as written
 * @param traits keys of its attributes, 0 where it has none
 * @param scores for each offset from the token, what its predicates of one word add to each tag
 */
record Word(String text, long[] traits, float[][] scores) {

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
