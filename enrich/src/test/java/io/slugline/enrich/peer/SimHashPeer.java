package io.slugline.enrich.peer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** SimHash of 64 bits over runs of three words; joined where few bits differ. */
public final class SimHashPeer
    implements BiFunction<List<String>, List<Instant>, Map<String, int[]>> {
  private static final int[] MOST = {3, 6, 10, 14, 18};

  @Override
  public Map<String, int[]> apply(List<String> texts, List<Instant> times) {
    long[] hashes = texts.stream().mapToLong(SimHashPeer::hash).toArray();
    Map<String, int[]> groups = new TreeMap<>();
    for (int most : MOST) {
      Components joined = new Components(hashes.length);
      for (int i = 0; i < hashes.length; i++) {
        for (int j = 0; j < i; j++) {
          if (Long.bitCount(hashes[i] ^ hashes[j]) <= most) joined.join(i, j);
        }
      }
      groups.put("distance " + most, joined.groups());
    }
    return groups;
  }

  private static long hash(String text) {
    int[] sums = new int[Long.SIZE];
    for (long shingle : Shingles.of(text, 3)) {
      for (int bit = 0; bit < sums.length; bit++) sums[bit] += (shingle >>> bit & 1) == 1 ? 1 : -1;
    }
    long hash = 0;
    for (int bit = 0; bit < sums.length; bit++) if (sums[bit] > 0) hash |= 1L << bit;
    return hash;
  }
}
