package io.slugline.enrich.text;

import io.slugline.contract.SourceLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns, article by article, which lines a source repeats. One of these is kept for each source;
 * it is a value, and its size is bounded.
 *
 * <p>A line counts once for each article. An article most of whose lines were seen before is a
 * repeat or a revision of another one and teaches nothing; else the third revision of a text would
 * make all of it noise.
 *
 * @param articles how many taught something
 * @param seen in how many articles each line was, the one seen last at the end
 */
public record LineMemory(
    String source, int articles, Map<String, Integer> seen, @Nullable SourceLines known) {
  private static final int MOST_SEEN = 3000;
  private static final int MOST_KNOWN = 400;
  private static final int FEWEST = 3;
  private static final int LONG = 60;
  private static final int RARE = 60;

  public LineMemory {
    seen = new LinkedHashMap<>(seen);
  }

  public static LineMemory of(String source) {
    return new LineMemory(source, 0, Map.of(), null);
  }

  /** What is known after one more article; the same as before when it taught nothing. */
  public LineMemory learn(List<String> lines, Instant arrivedAt) {
    Set<String> distinct = new HashSet<>(lines);
    distinct.remove("");
    if (distinct.isEmpty() || isRepeat(distinct)) return this;
    LinkedHashMap<String, Integer> counts = new LinkedHashMap<>(seen);
    for (String line : lines) {
      if (!distinct.remove(line)) continue;
      Integer before = counts.remove(line);
      counts.put(line, before == null ? 1 : before + 1);
    }
    forget(counts);
    return new LineMemory(source, articles + 1, counts, version(counts, arrivedAt));
  }

  /** A version that is newer than another one; null when it is not. */
  public @Nullable SourceLines newerThan(LineMemory before) {
    boolean same =
        known == null || (before.known != null && before.known.version() == known.version());
    return same ? null : known;
  }

  private boolean isRepeat(Set<String> lines) {
    int texts = 0;
    int old = 0;
    for (String line : lines) {
      if (line.length() < LONG) continue;
      texts++;
      if (seen.containsKey(line)) old++;
    }
    return texts > 0 && old * 2 > texts;
  }

  // What was seen once, longest ago, goes first.
  private static void forget(LinkedHashMap<String, Integer> counts) {
    for (int most = 1; counts.size() > MOST_SEEN; most++) {
      int limit = most;
      int[] surplus = {counts.size() - MOST_SEEN};
      counts.values().removeIf(count -> count <= limit && surplus[0]-- > 0);
    }
  }

  private @Nullable SourceLines version(Map<String, Integer> counts, Instant arrivedAt) {
    List<String> repeated = repeated(counts);
    if (known == null ? repeated.isEmpty() : repeated.equals(known.lines())) return known;
    int version = known == null ? 1 : known.version() + 1;
    return new SourceLines(source, version, articles + 1, repeated, arrivedAt);
  }

  private List<String> repeated(Map<String, Integer> counts) {
    int fewest = Math.max(FEWEST, (articles + 1) / RARE);
    List<String> repeated = new ArrayList<>();
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= fewest)
        .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue).reversed())
        .limit(MOST_KNOWN)
        .forEach(entry -> repeated.add(entry.getKey()));
    repeated.sort(Comparator.naturalOrder());
    return repeated;
  }

  @Override
  public boolean equals(Object other) {
    // The order of what was seen decides what is forgotten first, so it is part of the value.
    return other instanceof LineMemory memory
        && source.equals(memory.source)
        && articles == memory.articles
        && List.copyOf(seen.entrySet()).equals(List.copyOf(memory.seen.entrySet()))
        && Objects.equals(known, memory.known);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, articles, seen.hashCode());
  }
}
