package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A sparse vector of length 1: ascending hashes of words, each with its weight. Weights are kept in
 * 16 bits, which costs a cosine less than .0001.
 */
final class Sparse {
  static final Sparse EMPTY = new Sparse(new int[0], new short[0]);
  private static final float SCALE = 65_535;

  private final int[] keys;
  private final short[] weights;

  private Sparse(int[] keys, short[] weights) {
    this.keys = keys;
    this.weights = weights;
  }

  /** Takes the keys, which ascend, and any positive weights, which it brings to length 1. */
  static Sparse of(int[] keys, double[] weights) {
    double squares = 0;
    for (double weight : weights) squares += weight * weight;
    double length = Math.sqrt(squares);
    short[] scaled = new short[keys.length];
    for (int i = 0; i < keys.length; i++) {
      scaled[i] = (short) Math.max(1, Math.round(weights[i] / length * SCALE));
    }
    return new Sparse(keys, scaled);
  }

  /** The weightiest words, with the weights they have. */
  Sparse heaviest(int most) {
    if (keys.length <= most) return this;
    int[] chosen =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> -(weights[i] & 0xffff)))
            .limit(most)
            .mapToInt(i -> i)
            .sorted()
            .toArray();
    short[] theirs = new short[most];
    for (int i = 0; i < most; i++) theirs[i] = weights[chosen[i]];
    return new Sparse(Arrays.stream(chosen).map(i -> keys[i]).toArray(), theirs);
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

  float weight(int index) {
    return (weights[index] & 0xffff) / SCALE;
  }

  /** The weight of a word; 0 when it is not in here. */
  float weightOf(int key) {
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? 0 : weight(found);
  }

  /** The cosine of both, as both have length 1. */
  float dot(Sparse other) {
    long sum = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < keys.length && theirs < other.keys.length) {
      int order = Integer.compare(keys[mine], other.keys[theirs]);
      if (order == 0) {
        sum += (long) (weights[mine] & 0xffff) * (other.weights[theirs] & 0xffff);
      }
      if (order <= 0) mine++;
      if (order >= 0) theirs++;
    }
    return sum / (SCALE * SCALE);
  }

  /** How many words both have. */
  int shared(Sparse other) {
    int shared = 0;
    for (int key : keys) if (Arrays.binarySearch(other.keys, key) >= 0) shared++;
    return shared;
  }

  int bytes() {
    return 2 + 6 * keys.length;
  }

  void write(ByteBuffer to) {
    to.putShort((short) keys.length);
    for (int key : keys) to.putInt(key);
    for (short weight : weights) to.putShort(weight);
  }

  static Sparse read(ByteBuffer from) {
    int size = from.getShort() & 0xffff;
    int[] keys = new int[size];
    short[] weights = new short[size];
    for (int i = 0; i < size; i++) keys[i] = from.getInt();
    for (int i = 0; i < size; i++) weights[i] = from.getShort();
    return new Sparse(keys, weights);
  }
}
