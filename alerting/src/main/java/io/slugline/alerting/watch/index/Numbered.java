package io.slugline.alerting.watch.index;

import java.util.Arrays;

/**
 * Words and their numbers, kept in a few arrays: with a million words, an object for each would
 * weigh more than all else. One thread at a time; only words met for the first time come here.
 */
final class Numbered {
  private char[] units = new char[1 << 14];
  private int used;
  private int[] starts = new int[1 << 11];
  private int[] numbers = new int[1 << 11];
  private int size;

  // Which word lies in which slot, counted from 1; 0 is a free one.
  private int[] slots = new int[1 << 12];

  /** The number of a word; 0 when it has none. */
  synchronized int of(String word) {
    int entry = slots[slot(word)];
    return entry == 0 ? 0 : numbers[entry - 1];
  }

  /** Gives a word a number unless it has one, and tells which it has. */
  synchronized int putIfAbsent(String word, int number) {
    int slot = slot(word);
    if (slots[slot] != 0) return numbers[slots[slot] - 1];
    append(word, number);
    slots[slot] = size;
    if (size * 2 > slots.length) grow();
    return number;
  }

  private void append(String word, int number) {
    while (used + word.length() > units.length) units = Arrays.copyOf(units, units.length * 2);
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, starts.length + starts.length / 2);
      numbers = Arrays.copyOf(numbers, starts.length);
    }
    word.getChars(0, word.length(), units, used);
    numbers[size] = number;
    used += word.length();
    starts[++size] = used;
  }

  private int slot(String word) {
    int mask = slots.length - 1;
    int slot = spread(word.hashCode()) & mask;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, word)) slot = (slot + 1) & mask;
    return slot;
  }

  private boolean isAt(int entry, String word) {
    int start = starts[entry];
    if (starts[entry + 1] - start != word.length()) return false;
    for (int i = 0; i < word.length(); i++) {
      if (units[start + i] != word.charAt(i)) return false;
    }
    return true;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int entry = 0; entry < size; entry++) {
      int slot = spread(hash(entry)) & mask;
      while (slots[slot] != 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
  }

  /** The same as the word's as a string. */
  private int hash(int entry) {
    int hash = 0;
    for (int i = starts[entry]; i < starts[entry + 1]; i++) hash = 31 * hash + units[i];
    return hash;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ (mixed >>> 15);
  }
}
