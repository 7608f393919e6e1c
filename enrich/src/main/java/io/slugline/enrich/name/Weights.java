package io.slugline.enrich.name;

import java.util.Arrays;

/** A row of weights for each predicate, one for each tag, found by the predicate's key. */
final class Weights {
  /** Floats a row: a power of two, so that rows align. */
  static final int STRIDE = 16;

  private long[] keys;
  private int[] rows;
  private float[] weights;
  private int size;

  Weights(int expected) {
    int slots = Integer.highestOneBit(Math.max(8, expected)) * 4;
    keys = new long[slots];
    rows = new int[slots];
    weights = new float[Math.max(8, expected) * STRIDE];
  }

  int size() {
    return size;
  }

  /** Where the predicate's row begins, -1 when the model does not know it. */
  int row(long key) {
    int slot = slot(key);
    return keys[slot] == key ? rows[slot] : -1;
  }

  /** Where the predicate's row begins; it is made when new. */
  int add(long key) {
    int slot = slot(key);
    if (keys[slot] == key) return rows[slot];
    if (size * 2 > keys.length) {
      grow();
      slot = slot(key);
    }
    if ((size + 1) * STRIDE > weights.length) weights = Arrays.copyOf(weights, weights.length * 2);
    keys[slot] = key;
    rows[slot] = size++ * STRIDE;
    return rows[slot];
  }

  float[] all() {
    return weights;
  }

  void addTo(float[] scores, int row) {
    for (int tag = 0; tag < STRIDE; tag++) scores[tag] += weights[row + tag];
  }

  interface Visitor {
    void visit(long key, int row);
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) visitor.visit(keys[slot], rows[slot]);
    }
  }

  void become(Weights other) {
    keys = other.keys;
    rows = other.rows;
    weights = other.weights;
    size = other.size;
  }

  private int slot(long key) {
    int slot = (int) (key ^ key >>> 32) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRows = rows;
    keys = new long[oldKeys.length * 2];
    rows = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] == 0) continue;
      int slot = slot(oldKeys[old]);
      keys[slot] = oldKeys[old];
      rows[slot] = oldRows[old];
    }
  }
}
