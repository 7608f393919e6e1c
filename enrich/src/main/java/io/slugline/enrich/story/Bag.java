package io.slugline.enrich.story;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    Entry[] byKey = distinct(most);
    int[] keys = new int[byKey.length];
    double[] weights = new double[byKey.length];
    for (int i = 0; i < byKey.length; i++) {
      keys[i] = byKey[i].key;
      weights[i] = byKey[i].weight();
    }
    return Sparse.of(keys, weights);
  }

  /** The same, count and rarity kept apart. */
  Terms heaviestTerms(int most) {
    Entry[] byKey = distinct(most);
    int[] keys = new int[byKey.length];
    double[] counts = new double[byKey.length];
    double[] rarities = new double[byKey.length];
    for (int i = 0; i < byKey.length; i++) {
      keys[i] = byKey[i].key;
      counts[i] = 1 + Math.log(byKey[i].count);
      rarities[i] = byKey[i].rarity;
    }
    return Terms.of(keys, counts, rarities);
  }

  private Entry[] distinct(int most) {
    Map<Integer, Entry> byKey = new TreeMap<>();
    for (Entry entry : heaviestEntries(most)) byKey.putIfAbsent(entry.key, entry);
    return byKey.values().toArray(new Entry[0]);
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
