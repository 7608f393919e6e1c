package io.slugline.enrich.gazetteer;

import java.util.Arrays;

/** Names as paths of words; each end of a name leads to the things it may mean. */
final class Trie {
  static final int ROOT = 0;
  static final int NONE = -1;

  private long[] keys = new long[1 << 12];
  private int[] children = new int[1 << 12];
  private int[] firstSense = new int[1 << 11];
  private int[] next = new int[1 << 11];
  private int[] senses = new int[1 << 11];
  private int[] roots = {};
  private int nodes = 1;
  private int edges;
  private int senseCount;

  Trie() {
    Arrays.fill(keys, NONE);
    firstSense[ROOT] = NONE;
  }

  /** The node that a word leads to; NONE when no name goes on so. */
  int child(int node, int word) {
    if (word < 0) return NONE;
    long key = key(node, word);
    int slot = slot(key);
    while (keys[slot] != NONE) {
      if (keys[slot] == key) return children[slot];
      slot = (slot + 1) & (keys.length - 1);
    }
    return NONE;
  }

  /** The first of the senses that end here, to go on with {@link #nextSense}; or NONE. */
  int firstSense(int node) {
    return firstSense[node];
  }

  int nextSense(int link) {
    return next[link];
  }

  int sense(int link) {
    return senses[link];
  }

  /** The node at the end of the words, made where it is missing. */
  int node(int[] words) {
    int node = ROOT;
    for (int word : words) node = grow(node, word);
    return node;
  }

  void add(int node, int sense) {
    if (senseCount == senses.length) {
      senses = Arrays.copyOf(senses, senseCount * 2);
      next = Arrays.copyOf(next, senseCount * 2);
    }
    senses[senseCount] = sense;
    next[senseCount] = firstSense[node];
    firstSense[node] = senseCount++;
  }

  /** The node that a name's first word leads to: most words of a text end here, so it is quick. */
  int root(int word) {
    return word < 0 ? NONE : roots[word];
  }

  /** Lets go of what growing needed. */
  void trim(int words) {
    roots = new int[words];
    for (int word = 0; word < words; word++) roots[word] = child(ROOT, word);
    firstSense = Arrays.copyOf(firstSense, nodes);
    next = Arrays.copyOf(next, senseCount);
    senses = Arrays.copyOf(senses, senseCount);
  }

  private int grow(int node, int word) {
    int known = child(node, word);
    if (known != NONE) return known;
    if (edges * 2 > keys.length) rehash();
    if (nodes == firstSense.length) firstSense = Arrays.copyOf(firstSense, nodes * 2);
    firstSense[nodes] = NONE;
    put(key(node, word), nodes);
    edges++;
    return nodes++;
  }

  private void rehash() {
    long[] oldKeys = keys;
    int[] oldChildren = children;
    keys = new long[oldKeys.length * 2];
    children = new int[keys.length];
    Arrays.fill(keys, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) put(oldKeys[i], oldChildren[i]);
    }
  }

  private void put(long key, int child) {
    int slot = slot(key);
    while (keys[slot] != NONE) slot = (slot + 1) & (keys.length - 1);
    keys[slot] = key;
    children[slot] = child;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (keys.length - 1);
  }

  private static long key(int node, int word) {
    return ((long) node << 32) | word;
  }
}
