package io.slugline.enrich.story;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words of one article on their way to a {@link Sparse}: how often each stands, how rare it is, and
 * where it stands first. In flat arrays, as each article fills five bags with a thousand words.
 */
final class Bag {
  private static final int LEAST = 128;

  private int[] table = new int[2 * LEAST];
  private int[] keys = new int[LEAST];
  private double[] counts = new double[LEAST];
  private double[] rarities = new double[LEAST];
  private @Nullable Words[] words = new Words[LEAST];
  private int[] firsts = new int[LEAST];
  private int[] lasts = new int[LEAST];
  private int size;

  /** Counts a word or phrase, from its first word to its last one. */
  void add(int key, double rarity, Words in, int first, int last, double times) {
    if (rarity <= 0) return;
    int entry = entry(key, rarity, in, first, last);
    counts[entry] += times;
  }

  /** Counts what does not stand in the text as it is. */
  void add(int key, double rarity) {
    int entry = entry(key, rarity, null, 0, 0);
    counts[entry]++;
  }

  private int entry(int key, double rarity, @Nullable Words in, int first, int last) {
    int slot = slot(key);
    if (table[slot] != 0) return table[slot] - 1;
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    rarities[size] = rarity;
    words[size] = in;
    firsts[size] = first;
    lasts[size] = last;
    table[slot] = size + 1;
    return size++;
  }

  /** Where the key's entry is noted, one above its number; 0 stands there when it has none. */
  private int slot(int key) {
    int mask = table.length - 1;
    int slot = key & mask;
    while (table[slot] != 0 && keys[table[slot] - 1] != key) slot = slot + 1 & mask;
    return slot;
  }

  private void grow() {
    int most = size * 2;
    keys = Arrays.copyOf(keys, most);
    counts = Arrays.copyOf(counts, most);
    rarities = Arrays.copyOf(rarities, most);
    words = Arrays.copyOf(words, most);
    firsts = Arrays.copyOf(firsts, most);
    lasts = Arrays.copyOf(lasts, most);
    table = new int[2 * most];
    for (int i = 0; i < size; i++) table[slot(keys[i])] = i + 1;
  }

  /** Fowler-Noll-Vo over words with a space between. */
  static long hashed(String word) {
    return over(0xcbf29ce484222325L, word);
  }

  /** The same over some words and one more. */
  static long hashed(long before, String word) {
    return over((before ^ ' ') * 0x100000001b3L, word);
  }

  private static long over(long before, String word) {
    long hash = before;
    for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    return hash;
  }

  /** Mixed once more, so that all bits are even. */
  static int key(long hashed) {
    long hash = hashed ^ hashed >>> 29;
    return (int) (hash * 0xbf58476d1ce4e5b9L >>> 32);
  }

  static int key(String word) {
    return key(hashed(word));
  }

  /** The weightiest words, at most so many. */
  Sparse heaviest(int most) {
    int[] chosen = byKey(most);
    return Sparse.of(keys(chosen), Arrays.stream(chosen).mapToDouble(this::weight).toArray());
  }

  /** The same, count and rarity kept apart. */
  Terms heaviestTerms(int most) {
    int[] chosen = byKey(most);
    return Terms.of(
        keys(chosen),
        Arrays.stream(chosen).mapToDouble(this::damped).toArray(),
        Arrays.stream(chosen).mapToDouble(entry -> rarities[entry]).toArray());
  }

  /** Puts the labels of the weightiest words into a map by key. */
  void label(Map<Integer, String> labels, int most) {
    for (int entry : weightiest(most)) labels.putIfAbsent(keys[entry], label(entry));
  }

  private String label(int entry) {
    Words in = words[entry];
    return in == null ? "" : in.surface(firsts[entry], lasts[entry]);
  }

  private int[] keys(int[] entries) {
    return Arrays.stream(entries).map(entry -> keys[entry]).toArray();
  }

  private double damped(int entry) {
    return counts[entry] == 1 ? 1 : 1 + Math.log(counts[entry]);
  }

  private double weight(int entry) {
    return damped(entry) * rarities[entry];
  }

  private int[] byKey(int most) {
    int[] entries = weightiest(most);
    long[] order = new long[entries.length];
    for (int i = 0; i < order.length; i++) order[i] = (long) keys[entries[i]] << 32 | entries[i];
    Arrays.sort(order);
    for (int i = 0; i < order.length; i++) entries[i] = (int) order[i];
    return entries;
  }

  /** Of equal weights the lesser key comes first. */
  private int[] weightiest(int most) {
    Best best = new Best(Math.min(most, size));
    for (int i = 0; i < size; i++) best.offer(i, weight(i), -(long) keys[i]);
    return best.chosen();
  }
}
