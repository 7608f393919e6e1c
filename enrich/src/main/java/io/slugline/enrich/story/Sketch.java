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
    int size = 0;
    for (int hash : sorted) {
      if (size == 0 || hash != sorted[size - 1]) sorted[size++] = hash;
    }
    int level = 0;
    for (; size > MOST; size = sample(sorted, size, level)) level++;
    return new Sketch(level, Arrays.copyOf(sorted, size));
  }

  /** Moves those that stay to the front, and tells how many they are. */
  private static int sample(int[] hashes, int size, int level) {
    int mask = (1 << level) - 1;
    int kept = 0;
    for (int i = 0; i < size; i++) if ((hashes[i] & mask) == 0) hashes[kept++] = hashes[i];
    return kept;
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

  /** To find its hashes, when it is to be held against many. */
  Lookup lookup() {
    return new Lookup(hashes);
  }

  Shared shared(Sketch other) {
    return shared(lookup(), other);
  }

  /**
   * @param places of this one's own hashes
   */
  Shared shared(Lookup places, Sketch other) {
    int common = Math.max(level, other.level);
    int mask = (1 << common) - 1;
    int theirs = 0;
    int both = 0;
    for (int hash : other.hashes) {
      if ((hash & mask) != 0) continue;
      theirs++;
      if (places.of(hash) >= 0) both++;
    }
    return new Shared(count(mask), theirs, both);
  }

  private int count(int mask) {
    int count = 0;
    for (int hash : hashes) if ((hash & mask) == 0) count++;
    return count;
  }

  int bytes() {
    return bytes(hashes.length);
  }

  private static int bytes(int hashes) {
    return 1 + Short.BYTES + Integer.BYTES * hashes;
  }

  /** How many bytes of those from a place on are a sketch. */
  static int bytes(ByteBuffer from, int start) {
    return bytes(from.getShort(start + 1) & 0xffff);
  }

  void write(ByteBuffer to) {
    to.put((byte) level).putShort((short) hashes.length);
    for (int hash : hashes) to.putInt(hash);
  }

  static Sketch read(ByteBuffer from) {
    int level = from.get();
    int[] hashes = new int[from.getShort() & 0xffff];
    from.asIntBuffer().get(hashes);
    return new Sketch(level, hashes);
  }
}
