package io.slugline.deploy.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which story of one side is which of the other: the one that has most of its articles. */
final class Matched {
  private final Map<String, Map<String, Integer>> after = new TreeMap<>();
  private final Map<String, Set<String>> before = new TreeMap<>();
  private final Map<String, String> best = new HashMap<>();

  /** Notes one article that both sides have. */
  void note(String storyBefore, String storyAfter) {
    after.computeIfAbsent(storyBefore, any -> new TreeMap<>()).merge(storyAfter, 1, Integer::sum);
    before.computeIfAbsent(storyAfter, any -> new TreeSet<>()).add(storyBefore);
  }

  /** What the story of the first side is on the second; empty when they share no article. */
  Optional<String> of(String story) {
    Map<String, Integer> all = after.get(story);
    if (all == null) return Optional.empty();
    return Optional.of(best.computeIfAbsent(story, any -> largest(story, all)));
  }

  /** Stories of the first side whose articles went into several. */
  List<Parted> split() {
    return parted(
        after.entrySet().stream().map(e -> new Parted(e.getKey(), e.getValue().keySet())));
  }

  /** Stories of the second side whose articles come from several. */
  List<Parted> merged() {
    return parted(before.entrySet().stream().map(e -> new Parted(e.getKey(), e.getValue())));
  }

  /** One story of one side, several of the other. */
  record Parted(String one, Set<String> several) {
    Parted {
      several = new TreeSet<>(several);
    }
  }

  private static List<Parted> parted(java.util.stream.Stream<Parted> all) {
    return new ArrayList<>(all.filter(parted -> parted.several().size() > 1).toList());
  }

  private static String largest(String story, Map<String, Integer> all) {
    return all.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue())
                .thenComparing(entry -> entry.getKey().equals(story))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
