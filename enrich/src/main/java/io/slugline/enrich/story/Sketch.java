package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The runs of three words of a text, as hashes; of a long text an even sample, chosen by the hashes
 * themselves, so that two texts sample alike. From two of them follows how much of one text stands
 * in the other.
 *
 * @param level only hashes with so many zero bits at their end are kept
 * @param hashes ascending
 */
record Sketch(int level, int[] hashes) {
  static final int MOST = 128;

  /** Of any hashes, in any order; doubles are dropped. */
  static Sketch of(int[] all) {
    int[] sorted = all.clone();
    Arrays.sort(sorted);
    sorted = Arrays.stream(sorted).distinct().toArray();
    int level = 0;
    while (sorted.length > MOST) {
      level++;
      sorted = sampled(sorted, level);
    }
    return new Sketch(level, sorted);
  }

  private static int[] sampled(int[] hashes, int level) {
    int mask = (1 << level) - 1;
    return Arrays.stream(hashes).filter(hash -> (hash & mask) == 0).toArray();
  }

  /** What two texts share: the hashes of each at the same level, and of both. */
  record Shared(int mine, int theirs, int both) {

    /** The share of the shorter text that stands in the other one. */
    float containment() {
      int shorter = Math.min(mine, theirs);
      return shorter == 0 ? 0 : (float) both / shorter;
    }

    float jaccard() {
      int all = mine + theirs - both;
      return all == 0 ? 0 : (float) both / all;
    }
  }

  Shared shared(Sketch other) {
    int common = Math.max(level, other.level);
    int mask = (1 << common) - 1;
    int mine = count(hashes, mask);
    int theirs = count(other.hashes, mask);
    return new Shared(mine, theirs, both(hashes, other.hashes, mask));
  }

  private static int count(int[] hashes, int mask) {
    int count = 0;
    for (int hash : hashes) if ((hash & mask) == 0) count++;
    return count;
  }

  private static int both(int[] left, int[] right, int mask) {
    int both = 0;
    int l = 0;
    int r = 0;
    while (l < left.length && r < right.length) {
      int order = Integer.compare(left[l], right[r]);
      if (order == 0 && (left[l] & mask) == 0) both++;
      if (order <= 0) l++;
      if (order >= 0) r++;
    }
    return both;
  }

  int bytes() {
    return 3 + 4 * hashes.length;
  }

  void write(ByteBuffer to) {
    to.put((byte) level).putShort((short) hashes.length);
    for (int hash : hashes) to.putInt(hash);
  }

  static Sketch read(ByteBuffer from) {
    int level = from.get();
    int[] hashes = new int[from.getShort() & 0xffff];
    for (int i = 0; i < hashes.length; i++) hashes[i] = from.getInt();
    return new Sketch(level, hashes);
  }
}
