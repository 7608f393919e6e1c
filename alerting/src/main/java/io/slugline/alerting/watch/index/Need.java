package io.slugline.alerting.watch.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Literals of which at least one must stand in every article that a clause matches.
 *
 * @param cost in what share of articles one of them is expected; infinite when the clause can match
 *     without any
 */
record Need(double cost, int[] literals) {
  static final Need NOTHING = new Need(Double.POSITIVE_INFINITY, new int[0]);

  /** Of a clause that matches nothing. */
  static final Need NEVER = new Need(0, new int[0]);

  /** Whether a clause can match an article without any literal of the query. */
  boolean isOpen() {
    return Double.isInfinite(cost);
  }

  /** Where a watch that needs this is posted. */
  int[] posts() {
    return isOpen() ? new int[] {Postings.ALWAYS} : literals;
  }

  static Need literal(int literal, double cost) {
    return new Need(cost, new int[] {literal});
  }

  /** All must match: what the cheapest one needs. */
  static Need all(List<Need> parts) {
    return parts.stream().min(Comparator.comparingDouble(Need::cost)).orElse(NOTHING);
  }

  /** One must match: what each of them needs. */
  static Need any(List<Need> parts) {
    double cost = parts.stream().mapToDouble(Need::cost).sum();
    if (parts.isEmpty() || Double.isInfinite(cost)) return NOTHING;
    int[] literals =
        parts.stream().flatMapToInt(part -> IntStream.of(part.literals)).distinct().toArray();
    return new Need(cost, literals);
  }

  /** So many must match: then one of any set that leaves fewer than so many out. */
  static Need atLeast(int count, List<Need> parts) {
    List<Need> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingDouble(Need::cost));
    return any(sorted.subList(0, parts.size() - count + 1));
  }

  /** The weights must add up: then one of those without which they cannot. */
  static Need sum(double threshold, List<Need> parts, double[] weights) {
    List<Integer> costliest = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) costliest.add(i);
    }
    costliest.sort(Comparator.comparingDouble(i -> -parts.get(i).cost));
    double without = 0;
    List<Need> needed = new ArrayList<>();
    for (int i : costliest) {
      if (without + weights[i] < threshold) without += weights[i];
      else needed.add(parts.get(i));
    }
    return threshold <= 0 ? NOTHING : any(needed);
  }
}
