package io.slugline.enrich.name;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lists of names of persons, places, organisations, works, titles and peoples, kept as fingerprints
 * of 40 bits, and where in a sentence they stand.
 */
final class NameLists {
  static final int KINDS = 6;
  static final long FINGERPRINT = (1L << 40) - 1;
  static final int LONGEST = 6;

  private static final String[] PLACES = {"", "B", "I", "L", "U"};
  private static final String[] CODES = {"p", "l", "o", "x", "t", "n"};

  private static final long[] PLACE_KEYS = placeKeys();

  private final long[] allKeys = new long[1 << 3 * KINDS];

  /** A fingerprint and, above it, a bit for each kind of list that holds it. */
  private final long[] slots;

  NameLists(int size) {
    slots = new long[Integer.highestOneBit(Math.max(8, size)) * 4];
  }

  /** Lists that hold nothing. */
  static NameLists empty() {
    return new NameLists(0);
  }

  /** Reads fingerprints in ascending order, as steps, with their kinds. */
  static NameLists read(InputStream stream) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
      int size = in.readInt();
      NameLists lists = new NameLists(size);
      long fingerprint = 0;
      for (int at = 0; at < size; at++) {
        fingerprint += in.readInt() & 0xFFFFFFFFL;
        lists.add(fingerprint, in.readByte());
      }
      return lists;
    }
  }

  void add(long fingerprint, int kinds) {
    int slot = slot(fingerprint);
    slots[slot] |= fingerprint | (long) kinds << 40;
  }

  static long fingerprint(long key) {
    return Math.max(1, key & FINGERPRINT);
  }

  private int slot(long fingerprint) {
    int slot = (int) (fingerprint ^ fingerprint >>> 20) & slots.length - 1;
    while (slots[slot] != 0 && (slots[slot] & FINGERPRINT) != fingerprint) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private int kinds(long key) {
    return (int) (slots[slot(fingerprint(key))] >>> 40);
  }

  /**
   * Where the words of a sentence stand in listed names: a number for each kind of list and word, 3
   * bits each, the longer name winning.
   *
   * @param words keys of the words as written
   * @param capital whether a name may begin with the word
   */
  int[] mark(long[] words, boolean[] capital, int size) {
    int[] marks = new int[size];
    int[] lengths = new int[size * KINDS];
    for (int first = 0; first < size; first++) {
      if (!capital[first]) continue;
      long key = 1;
      for (int end = first + 1; end <= Math.min(size, first + LONGEST); end++) {
        key = Hashes.join(key, words[end - 1]);
        int kinds = kinds(key);
        for (int kind = 0; kinds != 0; kind++, kinds >>= 1) {
          if ((kinds & 1) != 0) mark(first, end, kind, marks, lengths);
        }
      }
    }
    return marks;
  }

  private static void mark(int first, int end, int kind, int[] marks, int[] lengths) {
    int length = end - first;
    for (int at = first; at < end; at++) {
      if (lengths[at * KINDS + kind] > length) return;
    }
    for (int at = first; at < end; at++) {
      lengths[at * KINDS + kind] = length;
      int place = length == 1 ? 4 : at == first ? 1 : at == end - 1 ? 3 : 2;
      marks[at] = marks[at] & ~(7 << 3 * kind) | place << 3 * kind;
    }
  }

  /** The value of one kind's attribute, empty for none. */
  static String place(int mark, int kind) {
    return PLACES[mark >> 3 * kind & 7];
  }

  /** The key of an attribute's value at a token, 0 for none. */
  long key(int mark, int attribute) {
    if (mark == 0) return 0;
    if (attribute != Attribute.LISTS.ordinal()) {
      return PLACE_KEYS[mark >> 3 * (attribute - Attribute.countOfWord()) & 7];
    }
    // Threads may both compute it, and get the same.
    long known = allKeys[mark];
    return known != 0 ? known : (allKeys[mark] = Hashes.of(all(mark)));
  }

  /** The value of an attribute at a token, null for none. */
  static @Nullable String value(int mark, Attribute attribute) {
    if (mark == 0) return null;
    if (attribute == Attribute.LISTS) return all(mark);
    String place = place(mark, attribute.ordinal() - Attribute.countOfWord());
    return place.isEmpty() ? null : place;
  }

  private static long[] placeKeys() {
    long[] keys = new long[PLACES.length];
    for (int place = 1; place < keys.length; place++) keys[place] = Hashes.of(PLACES[place]);
    return keys;
  }

  /** The value of all kinds together. */
  static String all(int mark) {
    StringBuilder all = new StringBuilder();
    for (int kind = 0; kind < KINDS; kind++) {
      String place = place(mark, kind);
      if (!place.isEmpty()) all.append(CODES[kind]).append(place);
    }
    return all.toString();
  }
}
