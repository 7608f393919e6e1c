package io.slugline.alerting.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What waits for one receiver. What is about one story keeps its order; a story that must wait
 * holds up no other.
 */
final class WorkQueue {
  private final Map<String, Deque<Work>> tracks = new LinkedHashMap<>();

  void add(Work work) {
    tracks.computeIfAbsent(work.track(), id -> new ArrayDeque<>()).add(work);
  }

  /** The first that may be tried now; it stays in the queue until it is taken out. */
  Optional<Work> next(Instant now) {
    return tracks.values().stream()
        .filter(track -> !track.getFirst().notBefore().isAfter(now))
        .findFirst()
        .map(WorkQueue::joined);
  }

  /** The head of the track, together with the pages behind it that it can tell of. */
  private static Work joined(Deque<Work> track) {
    Work head = track.removeFirst();
    while (!track.isEmpty() && head.mayJoin(track.getFirst())) {
      head = head.joinedBy(track.removeFirst());
    }
    track.addFirst(head);
    return head;
  }

  void remove(Work work) {
    Deque<Work> track = tracks.get(work.track());
    if (track == null || !track.remove(work)) return;
    if (track.isEmpty()) tracks.remove(work.track());
  }

  /** Puts the work back at the head of its track. */
  void retry(Work failed, Work again) {
    Deque<Work> track = tracks.get(failed.track());
    if (track == null || !track.remove(failed)) return;
    track.addFirst(again);
  }

  /** Takes out every change that a summary will tell of. */
  List<Work> takeLate(Predicate<Work> isLate) {
    List<Work> late = all().stream().filter(isLate).toList();
    late.forEach(this::remove);
    return late;
  }

  List<Work> all() {
    List<Work> all = new ArrayList<>();
    tracks.values().forEach(all::addAll);
    return all;
  }

  boolean isEmpty() {
    return tracks.isEmpty();
  }

  void clear() {
    tracks.clear();
  }
}
