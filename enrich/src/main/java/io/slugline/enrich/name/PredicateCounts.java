package io.slugline.enrich.name;

import java.util.Arrays;

/** How often each predicate stands in the corpora. */
final class PredicateCounts {
  private long[] keys = new long[1 << 20];
  private int[] counts = new int[1 << 20];
  private int size;

  void add(long key) {
    if (size * 2 > keys.length) grow();
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    counts[slot]++;
  }

  /** Empty rows for the predicates that stand often enough, in the order of their keys. */
  Weights rows(int least) {
    long[] often = new long[size];
    int kept = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] >= least) often[kept++] = keys[slot];
    }
    Arrays.sort(often, 0, kept);
    Weights rows = new Weights(kept);
    for (int at = 0; at < kept; at++) rows.add(often[at]);
    return rows;
  }

  private int slot(long key) {
    int slot = (int) (key ^ key >>> 32) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] == 0) continue;
      int slot = slot(oldKeys[old]);
      keys[slot] = oldKeys[old];
      counts[slot] = oldCounts[old];
    }
  }
}
