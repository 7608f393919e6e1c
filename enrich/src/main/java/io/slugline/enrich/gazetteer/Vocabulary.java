package io.slugline.enrich.gazetteer;

import java.util.Arrays;

/** Numbers for folded words; looked up without making strings. */
final class Vocabulary {
  private static final int ABSENT = -1;

  private final boolean growing;
  private char[] letters = new char[1 << 12];
  private int[] offsets = new int[1 << 10];
  private int[] table = new int[1 << 11];
  private int size;

  private Vocabulary(boolean growing) {
    this.growing = growing;
    Arrays.fill(table, ABSENT);
  }

  private Vocabulary(Vocabulary from) {
    this.growing = false;
    this.size = from.size;
    this.letters = Arrays.copyOf(from.letters, from.offsets[size]);
    this.offsets = Arrays.copyOf(from.offsets, size + 1);
    this.table = from.table;
  }

  /** One that takes up every word it is asked for. */
  static Vocabulary growing() {
    return new Vocabulary(true);
  }

  /** The same words, for good; safe for many threads. */
  Vocabulary frozen() {
    return new Vocabulary(this);
  }

  int size() {
    return size;
  }

  /** The word's number, or -1. */
  int find(char[] word, int length) {
    int slot = hash(word, length) & (table.length - 1);
    while (table[slot] != ABSENT) {
      if (equal(table[slot], word, length)) return table[slot];
      slot = (slot + 1) & (table.length - 1);
    }
    return growing ? add(word, length, slot) : ABSENT;
  }

  /** The word's number as it is written, or -1. */
  int number(String word) {
    return find(word.toCharArray(), word.length());
  }

  private int add(char[] word, int length, int slot) {
    int start = offsets[size];
    if (start + length > letters.length) letters = Arrays.copyOf(letters, letters.length * 2);
    if (size + 2 > offsets.length) offsets = Arrays.copyOf(offsets, offsets.length * 2);
    System.arraycopy(word, 0, letters, start, length);
    offsets[size + 1] = start + length;
    table[slot] = size++;
    if (size * 2 > table.length) rehash();
    return size - 1;
  }

  private void rehash() {
    table = new int[table.length * 2];
    Arrays.fill(table, ABSENT);
    for (int word = 0; word < size; word++) {
      int length = offsets[word + 1] - offsets[word];
      char[] copy = Arrays.copyOfRange(letters, offsets[word], offsets[word + 1]);
      int slot = hash(copy, length) & (table.length - 1);
      while (table[slot] != ABSENT) slot = (slot + 1) & (table.length - 1);
      table[slot] = word;
    }
  }

  private boolean equal(int known, char[] word, int length) {
    int start = offsets[known];
    return Arrays.equals(letters, start, offsets[known + 1], word, 0, length);
  }

  private static int hash(char[] word, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) hash = hash * 31 + word[i];
    return hash ^ (hash >>> 15);
  }
}
