package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weightiest words of a text: ascending hashes, each with how often the word stands there
 * (damped) and how rare it is in news at large, both in one byte. The two are kept apart, so that a
 * word's rarity among the articles of the same days can be weighed in later.
 */
final class Terms {
  private static final double COUNT_STEP = 1 / 24.0;
  private static final double RARITY_STEP = 1 / 20.0;

  private static final double[] SHARES =
      IntStream.range(0, 256).mapToDouble(rarity -> Math.exp(-rarity * RARITY_STEP)).toArray();

  private final int[] keys;
  private final byte[] counts;
  private final byte[] rarities;
  private final double length;

  private Terms(int[] keys, byte[] counts, byte[] rarities) {
    this.keys = keys;
    this.counts = counts;
    this.rarities = rarities;
    double squares = 0;
    for (int i = 0; i < keys.length; i++) squares += square(count(i) * rarity(i));
    this.length = Math.sqrt(squares);
  }

  static Terms of(int[] keys, double[] counts, double[] rarities) {
    return new Terms(keys, bytes(counts, COUNT_STEP), bytes(rarities, RARITY_STEP));
  }

  private static byte[] bytes(double[] values, double step) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.max(1, Math.min(255, Math.round(values[i] / step)));
    }
    return bytes;
  }

  private static double square(double value) {
    return value * value;
  }

  int size() {
    return keys.length;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  int key(int index) {
    return keys[index];
  }

  /** How often it stands in the text, damped. */
  double count(int index) {
    return (counts[index] & 0xff) * COUNT_STEP;
  }

  /** Inverse document frequency in news at large. */
  double rarity(int index) {
    return (rarities[index] & 0xff) * RARITY_STEP;
  }

  /** In what share of the articles at large it stands. */
  private double share(int index) {
    return SHARES[rarities[index] & 0xff];
  }

  double weight(int index) {
    return count(index) * rarity(index);
  }

  boolean holds(int key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  /** Of this vector, weighed by rarity in news at large. */
  double length() {
    return length;
  }

  /** Of this vector, weighed by rarity among the articles of the same days. */
  double length(Rarity today) {
    double squares = 0;
    for (int i = 0; i < keys.length; i++) squares += square(count(i) * today.of(keys[i], share(i)));
    return Math.sqrt(squares);
  }

  /** Made ready to be held against many others, weighed by rarity of just now. */
  Weighed weighed(Rarity rarity) {
    double[] today = new double[keys.length];
    for (int i = 0; i < today.length; i++) today[i] = square(rarity.of(keys[i], share(i)));
    return new Weighed(this, new Lookup(keys), today);
  }

  /** By rarity in news at large. */
  double cosine(Terms other) {
    double product = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < keys.length && theirs < other.keys.length) {
      int order = Integer.compare(keys[mine], other.keys[theirs]);
      if (order == 0) product += weight(mine) * other.weight(theirs);
      if (order <= 0) mine++;
      if (order >= 0) theirs++;
    }
    return product == 0 ? 0 : product / length / other.length;
  }

  int bytes() {
    return 2 + 6 * keys.length;
  }

  void write(ByteBuffer to) {
    to.putShort((short) keys.length);
    for (int key : keys) to.putInt(key);
    to.put(counts).put(rarities);
  }

  static Terms read(ByteBuffer from) {
    int size = from.getShort() & 0xffff;
    int[] keys = new int[size];
    byte[] counts = new byte[size];
    byte[] rarities = new byte[size];
    from.asIntBuffer().get(keys);
    from.position(from.position() + Integer.BYTES * size).get(counts).get(rarities);
    return new Terms(keys, counts, rarities);
  }
}
