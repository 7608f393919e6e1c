package io.slugline.enrich.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of one article on their way to a {@link Sparse}: how often each stands, and how rare it is.
 */
final class Bag {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** One word or phrase. */
  private static final class Entry {
    final int key;
    final double rarity;
    final String label;
    double count;

    Entry(String word, double rarity, String label) {
      this.key = hash(word);
      this.rarity = rarity;
      this.label = label;
    }

    double weight() {
      return (1 + Math.log(count)) * rarity;
    }

    int key() {
      return key;
    }
  }

  /** Counts a word; the first label stays. */
  void add(String word, double rarity, String label, double times) {
    if (rarity <= 0) return;
    entries.computeIfAbsent(word, w -> new Entry(w, rarity, label)).count += times;
  }

  /** Fowler-Noll-Vo, mixed once more so that all bits are even. */
  static int hash(CharSequence word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    hash ^= hash >>> 29;
    hash *= 0xbf58476d1ce4e5b9L;
    return (int) (hash >>> 32);
  }

  /** The weightiest words, at most so many. */
  Sparse heaviest(int most) {
    List<Entry> heaviest = heaviestEntries(most);
    Entry[] byKey = heaviest.toArray(new Entry[0]);
    Arrays.sort(byKey, Comparator.comparingInt(Entry::key));
    int[] keys = new int[byKey.length];
    double[] weights = new double[byKey.length];
    int size = 0;
    for (Entry entry : byKey) {
      if (size > 0 && keys[size - 1] == entry.key) continue;
      keys[size] = entry.key;
      weights[size++] = entry.weight();
    }
    return Sparse.of(Arrays.copyOf(keys, size), Arrays.copyOf(weights, size));
  }

  /** Puts the labels of the weightiest words into a map by key. */
  void label(Map<Integer, String> labels, int most) {
    for (Entry entry : heaviestEntries(most)) labels.putIfAbsent(entry.key, entry.label);
  }

  private List<Entry> heaviestEntries(int most) {
    return entries.values().stream()
        .sorted(Comparator.comparingDouble(Entry::weight).reversed().thenComparing(Entry::key))
        .limit(most)
        .toList();
  }
}
