package io.slugline.alerting.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** How far each partition is settled: a restart goes on from the first change that is not. */
final class Progress {
  private final Map<Integer, TreeSet<Long>> open = new HashMap<>();
  private final Map<Integer, Long> next = new HashMap<>();
  private final Map<Integer, Long> committed = new HashMap<>();

  synchronized void began(Change.Place place) {
    open.computeIfAbsent(place.partition(), partition -> new TreeSet<>()).add(place.offset());
    next.merge(place.partition(), place.offset() + 1, Math::max);
  }

  synchronized void settled(Change.Place place) {
    TreeSet<Long> waiting = open.get(place.partition());
    if (waiting != null) waiting.remove(place.offset());
  }

  /** The reader has come so far, markers of transactions included. */
  synchronized void readTo(int partition, long position) {
    next.merge(partition, position, Math::max);
  }

  /** Where a restart may go on, for each partition that moved since it was last asked. */
  synchronized Map<Integer, Long> takeMoved() {
    Map<Integer, Long> moved = new HashMap<>();
    next.forEach(
        (partition, end) -> {
          TreeSet<Long> waiting = open.getOrDefault(partition, new TreeSet<>());
          long safe = waiting.isEmpty() ? end : waiting.first();
          if (safe != committed.getOrDefault(partition, -1L)) moved.put(partition, safe);
        });
    committed.putAll(moved);
    return moved;
  }

  synchronized int waiting() {
    return open.values().stream().mapToInt(TreeSet::size).sum();
  }

  synchronized void clear() {
    open.clear();
    next.clear();
    committed.clear();
  }
}
