package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import java.util.Arrays;

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
    Best best = new Best(most);
    for (int i = 0; i < keys.length; i++) best.offer(i, weights[i] & 0xffff, -i);
    int[] chosen = best.chosen();
    Arrays.sort(chosen);
    int[] kept = new int[most];
    short[] theirs = new short[most];
    for (int i = 0; i < most; i++) {
      kept[i] = keys[chosen[i]];
      theirs[i] = weights[chosen[i]];
    }
    return new Sparse(kept, theirs);
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

  /** To find its keys, when it is to be held against many. */
  Lookup lookup() {
    return new Lookup(keys);
  }

  /** Whether both have a word in common. */
  boolean meets(Lookup others) {
    for (int key : keys) if (others.of(key) >= 0) return true;
    return false;
  }

  int bytes() {
    return bytes(keys.length);
  }

  private static int bytes(int keys) {
    return Short.BYTES + keys * (Integer.BYTES + Short.BYTES);
  }

  /** How many bytes of those from a place on are one vector, be it this or {@link Terms}. */
  static int bytes(ByteBuffer from, int start) {
    return bytes(from.getShort(start) & 0xffff);
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
    from.asIntBuffer().get(keys);
    from.position(from.position() + Integer.BYTES * size);
    from.asShortBuffer().get(weights);
    return new Sparse(keys, weights);
  }
}
