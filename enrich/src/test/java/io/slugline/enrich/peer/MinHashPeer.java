package io.slugline.enrich.peer;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * MinHash with locality-sensitive hashing: 128 permutations of runs of three words in 32 bands of
 * 4; who shares a band is joined where enough of the 128 agree.
 */
public final class MinHashPeer
    implements BiFunction<List<String>, List<Instant>, Map<String, int[]>> {
  private static final int PERMUTATIONS = 128;
  private static final int ROWS = 4;
  private static final double[] LEAST = {.2, .3, .5, .7};

  @Override
  public Map<String, int[]> apply(List<String> texts, List<Instant> times) {
    List<int[]> signatures = texts.stream().map(MinHashPeer::signature).toList();
    Map<String, int[]> groups = new TreeMap<>();
    for (double least : LEAST) {
      groups.put(String.format(Locale.ROOT, "agreement %.1f", least), groups(signatures, least));
    }
    return groups;
  }

  private static int[] groups(List<int[]> signatures, double least) {
    Components joined = new Components(signatures.size());
    for (int band = 0; band < PERMUTATIONS; band += ROWS) {
      Map<List<Integer>, Integer> first = new HashMap<>();
      for (int text = 0; text < signatures.size(); text++) {
        int[] rows = Arrays.copyOfRange(signatures.get(text), band, band + ROWS);
        Integer other = first.putIfAbsent(Arrays.stream(rows).boxed().toList(), text);
        if (other == null) continue;
        if (agreement(signatures.get(text), signatures.get(other)) >= least) {
          joined.join(text, other);
        }
      }
    }
    return joined.groups();
  }

  private static double agreement(int[] left, int[] right) {
    int same = 0;
    for (int i = 0; i < left.length; i++) if (left[i] == right[i]) same++;
    return (double) same / left.length;
  }

  private static int[] signature(String text) {
    int[] least = new int[PERMUTATIONS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (long shingle : Shingles.of(text, 3)) {
      for (int i = 0; i < PERMUTATIONS; i++) {
        least[i] = Math.min(least[i], (int) Shingles.mixed(shingle + i * 0x9e3779b97f4a7c15L));
      }
    }
    return least;
  }
}
