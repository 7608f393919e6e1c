package io.slugline.enrich.story;

import java.util.Arrays;

/** Where each of a few hundred different keys stands; a key that is not there costs one look. */
final class Lookup {
  private final int[] keys;
  private final short[] places;
  private final int shift;

  Lookup(int[] keys) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, keys.length)) + 2;
    this.keys = keys;
    this.places = new short[1 << bits];
    this.shift = Integer.SIZE - bits;
    Arrays.fill(places, (short) -1);
    for (int i = 0; i < keys.length; i++) places[free(keys[i])] = (short) i;
  }

  private int first(int key) {
    return key * 0x9e3779b9 >>> shift;
  }

  private int free(int key) {
    int at = first(key);
    while (places[at] >= 0) at = at + 1 & places.length - 1;
    return at;
  }

  /** Its index; negative when it is not there. */
  int of(int key) {
    int at = first(key);
    while (places[at] >= 0 && keys[places[at]] != key) at = at + 1 & places.length - 1;
    return places[at];
  }
}
