package io.slugline.enrich.story;

/** Counts by an int key, in two flat arrays: there are a million of them and each is read often. */
final class IntCounts {
  private int[] keys = new int[1 << 12];
  private int[] counts = new int[1 << 12];
  private int used;

  int get(int key) {
    return counts[slot(key)];
  }

  void add(int key, int change) {
    int slot = slot(key);
    if (counts[slot] == 0 && keys[slot] != key) {
      keys[slot] = key;
      used++;
    }
    counts[slot] += change;
    if (used > keys.length / 2) rebuild();
  }

  /** Where the key is, or the first slot that was never used. */
  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9e3779b9 >>> 7) & mask;
    while (keys[slot] != key && (keys[slot] != 0 || counts[slot] != 0)) slot = slot + 1 & mask;
    return slot;
  }

  private void rebuild() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int living = 0;
    for (int count : oldCounts) if (count != 0) living++;
    int size = Math.max(1 << 12, Integer.highestOneBit(living) * 8);
    keys = new int[size];
    counts = new int[size];
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) add(oldKeys[i], oldCounts[i]);
    }
  }
}
