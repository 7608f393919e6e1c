package io.slugline.enrich.name;

import java.util.Arrays;

/** A row of weights for each predicate, one for each tag, found by the predicate's key. */
final class Weights {
  /** Floats a row: a power of two, so that rows align. */
  static final int STRIDE = 16;

  private static final int SIFT_BITS = 23;

  /** A bit by the first bits of each key: where it is not set, no such key is known. */
  private final long[] sift = new long[1 << SIFT_BITS - 6];

  /** Keys at even places, the row of each behind it. */
  private long[] table;

  private float[] weights;
  private int size;

  Weights(int expected) {
    table = new long[Integer.highestOneBit(Math.max(8, expected)) * 8];
    weights = new float[Math.max(8, expected) * STRIDE];
  }

  int size() {
    return size;
  }

  /** Where the predicate's row begins, -1 when the model does not know it. */
  int row(long key) {
    int slot = slot(key);
    return table[slot] == key ? (int) table[slot + 1] : -1;
  }

  /** Where the predicate's row begins; it is made when new. */
  int add(long key) {
    int slot = slot(key);
    if (table[slot] == key) return (int) table[slot + 1];
    if (size * 4 > table.length) {
      grow();
      slot = slot(key);
    }
    if ((size + 1) * STRIDE > weights.length) weights = Arrays.copyOf(weights, weights.length * 2);
    table[slot] = key;
    table[slot + 1] = (long) size++ * STRIDE;
    sift[siftWord(key)] |= 1L << siftBit(key);
    return (int) table[slot + 1];
  }

  float[] all() {
    return weights;
  }

  /** Adds the predicate's weights to the scores from a place on; nothing when it is unknown. */
  void add(long key, float[] scores, int at) {
    // Most predicates of a text are unknown, and this small table, which stays in a cache, says so.
    if ((sift[siftWord(key)] & 1L << siftBit(key)) == 0) return;
    int row = row(key);
    if (row < 0) return;
    for (int tag = 0; tag < STRIDE; tag++) scores[at + tag] += weights[row + tag];
  }

  void addTo(float[] scores, int row) {
    for (int tag = 0; tag < STRIDE; tag++) scores[tag] += weights[row + tag];
  }

  interface Visitor {
    void visit(long key, int row);
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < table.length; slot += 2) {
      if (table[slot] != 0) visitor.visit(table[slot], (int) table[slot + 1]);
    }
  }

  private static int siftWord(long key) {
    return (int) (key >>> 64 - SIFT_BITS + 6);
  }

  private static int siftBit(long key) {
    return (int) (key >>> 64 - SIFT_BITS) & 63;
  }

  private int slot(long key) {
    int slot = (int) (key ^ key >>> 32) * 2 & table.length - 1;
    while (table[slot] != 0 && table[slot] != key) slot = slot + 2 & table.length - 1;
    return slot;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (int at = 0; at < old.length; at += 2) {
      if (old[at] == 0) continue;
      int slot = slot(old[at]);
      table[slot] = old[at];
      table[slot + 1] = old[at + 1];
    }
  }
}
