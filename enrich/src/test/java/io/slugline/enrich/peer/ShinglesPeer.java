package io.slugline.enrich.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** All pairs that share a run of words, joined where the Jaccard of their runs is high enough. */
public final class ShinglesPeer
    implements BiFunction<List<String>, List<Instant>, Map<String, int[]>> {
  private static final int[] SIZES = {3, 5};
  private static final double[] LEAST = {.1, .2, .3, .5, .7};

  @Override
  public Map<String, int[]> apply(List<String> texts, List<Instant> times) {
    Map<String, int[]> groups = new TreeMap<>();
    for (int size : SIZES) {
      List<long[]> shingles = texts.stream().map(text -> Shingles.of(text, size)).toList();
      Map<String, Components> joined = new TreeMap<>();
      for (double least : LEAST) {
        joined.put(
            String.format(Locale.ROOT, "%d words, Jaccard %.1f", size, least),
            new Components(texts.size()));
      }
      join(shingles, joined);
      joined.forEach((setting, components) -> groups.put(setting, components.groups()));
    }
    return groups;
  }

  private static void join(List<long[]> shingles, Map<String, Components> joined) {
    Map<Long, List<Integer>> holders = new HashMap<>();
    for (int text = 0; text < shingles.size(); text++) {
      Set<Integer> candidates = new HashSet<>();
      for (long shingle : shingles.get(text)) {
        List<Integer> before = holders.computeIfAbsent(shingle, any -> new ArrayList<>());
        candidates.addAll(before);
        before.add(text);
      }
      for (int other : candidates) {
        double jaccard = Shingles.jaccard(shingles.get(text), shingles.get(other));
        for (Map.Entry<String, Components> one : joined.entrySet()) {
          if (jaccard >= least(one.getKey())) one.getValue().join(text, other);
        }
      }
    }
  }

  private static double least(String setting) {
    return Double.parseDouble(setting.substring(setting.lastIndexOf(' ') + 1));
  }
}
