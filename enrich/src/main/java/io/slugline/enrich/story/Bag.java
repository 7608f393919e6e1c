package io.slugline.enrich.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words of one article on their way to a {@link Sparse}: how often each stands, and how rare it is.
 */
final class Bag {
  private static final Comparator<Entry> WEIGHTIEST_FIRST =
      Comparator.<Entry>comparingDouble(entry -> -entry.weight).thenComparing(entry -> entry.key);

  private final Map<Integer, Entry> entries = new HashMap<>();
  private List<Entry> weightiestFirst = List.of();

  /** One word or phrase, and where it first stands. */
  private static final class Entry {
    final int key;
    final double rarity;
    final @Nullable Words words;
    final int first;
    final int last;
    double count;
    double weight;

    Entry(int key, double rarity, @Nullable Words words, int first, int last) {
      this.key = key;
      this.rarity = rarity;
      this.words = words;
      this.first = first;
      this.last = last;
    }

    String label() {
      return words == null ? "" : words.surface(first, last);
    }
  }

  /** Counts a word or phrase, from its first word to its last one. */
  void add(int key, double rarity, Words words, int first, int last, double times) {
    if (rarity <= 0) return;
    entries.computeIfAbsent(key, k -> new Entry(k, rarity, words, first, last)).count += times;
  }

  /** Counts what does not stand in the text as it is. */
  void add(int key, double rarity) {
    entries.computeIfAbsent(key, k -> new Entry(k, rarity, null, 0, 0)).count++;
  }

  /** Fowler-Noll-Vo over the words with a space between, mixed once more: all bits are even. */
  static int hash(String... words) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < words.length; i++) {
      if (i > 0) hash = (hash ^ ' ') * 0x100000001b3L;
      String word = words[i];
      for (int j = 0; j < word.length(); j++) hash = (hash ^ word.charAt(j)) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    hash *= 0xbf58476d1ce4e5b9L;
    return (int) (hash >>> 32);
  }

  /** The weightiest words, at most so many. */
  Sparse heaviest(int most) {
    List<Entry> byKey = byKey(most);
    int[] keys = byKey.stream().mapToInt(entry -> entry.key).toArray();
    return Sparse.of(keys, byKey.stream().mapToDouble(entry -> entry.weight).toArray());
  }

  /** The same, count and rarity kept apart. */
  Terms heaviestTerms(int most) {
    List<Entry> byKey = byKey(most);
    return Terms.of(
        byKey.stream().mapToInt(entry -> entry.key).toArray(),
        byKey.stream().mapToDouble(entry -> 1 + Math.log(entry.count)).toArray(),
        byKey.stream().mapToDouble(entry -> entry.rarity).toArray());
  }

  /** Puts the labels of the weightiest words into a map by key. */
  void label(Map<Integer, String> labels, int most) {
    for (Entry entry : heaviestEntries(most)) labels.putIfAbsent(entry.key, entry.label());
  }

  private List<Entry> byKey(int most) {
    return heaviestEntries(most).stream()
        .sorted(Comparator.comparingInt(entry -> entry.key))
        .toList();
  }

  private List<Entry> heaviestEntries(int most) {
    if (weightiestFirst.size() != entries.size()) {
      for (Entry entry : entries.values())
        entry.weight = (1 + Math.log(entry.count)) * entry.rarity;
      weightiestFirst = entries.values().stream().sorted(WEIGHTIEST_FIRST).toList();
    }
    return weightiestFirst.subList(0, Math.min(most, weightiestFirst.size()));
  }
}
