package io.slugline.enrich.name;

import java.util.Arrays;

/** A row of weights for each predicate, one for each tag, found by the predicate's key. */
final class Weights {
  /** Floats a row: a power of two, so that rows align. */
  static final int STRIDE = 16;

  private static final int SIFT_BITS = 23;

  /** A bit by the first bits of each key: where it is not set, no such key is known. */
  private final long[] sift = new long[1 << SIFT_BITS - 6];

  // A slot that tells key and row at once costs one look into memory, not one for each.
  private static final int ROW_BITS = 24;
  private static final long ROW = (1L << ROW_BITS) - 1;

  /** By key, its first bits and then one more than the number of its row; 0 for none. */
  private long[] slots;

  private long[] keys;
  private float[] weights;
  private int size;

  Weights(int expected) {
    int rows = Math.max(8, expected);
    slots = new long[Integer.highestOneBit(rows) * 4];
    keys = new long[rows];
    weights = new float[rows * STRIDE];
  }

  int size() {
    return size;
  }

  /** Where the predicate's row begins, -1 when the model does not know it. */
  int row(long key) {
    long slot = slots[slot(key)];
    return slot == 0 ? -1 : begin(slot);
  }

  /** Where the predicate's row begins; it is made when new. */
  int add(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) return begin(slots[slot]);
    if (size * 2 > slots.length) {
      spread(slots.length * 2);
      slot = slot(key);
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      weights = Arrays.copyOf(weights, weights.length * 2);
    }
    keys[size] = key;
    slots[slot] = key & ~ROW | ++size;
    sift[siftWord(key)] |= 1L << siftBit(key);
    return (size - 1) * STRIDE;
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
    for (int row = 0; row < size; row++) visitor.visit(keys[row], row * STRIDE);
  }

  private static int siftWord(long key) {
    return (int) (key >>> 64 - SIFT_BITS + 6);
  }

  private static int siftBit(long key) {
    return (int) (key >>> 64 - SIFT_BITS) & 63;
  }

  /** Where the key's row is noted, or would be. */
  private int slot(long key) {
    int slot = (int) (key ^ key >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && (slots[slot] ^ key) >>> ROW_BITS != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static int begin(long slot) {
    return ((int) (slot & ROW) - 1) * STRIDE;
  }

  private void spread(int length) {
    slots = new long[length];
    for (int row = 0; row < size; row++) slots[slot(keys[row])] = keys[row] & ~ROW | row + 1;
  }
}
