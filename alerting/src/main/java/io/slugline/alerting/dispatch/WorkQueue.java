package io.slugline.alerting.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What waits for one receiver. What is about one story keeps its order; a story that must wait
 * holds up no other. An alert whose story is merged while something of it waits stays where that
 * is, so that its changes keep their order too.
 */
final class WorkQueue {
  private final Map<String, Deque<Work>> tracks = new LinkedHashMap<>();
  private final Map<String, String> trackOfAlert = new HashMap<>();

  void add(Work work) {
    String track = trackOf(work);
    tracks.computeIfAbsent(track, id -> new ArrayDeque<>()).add(work);
    work.alerts().forEach(alert -> trackOfAlert.put(alert, track));
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
    String id = trackOf(work);
    Deque<Work> track = tracks.get(id);
    if (track == null || !track.remove(work)) return;
    if (track.isEmpty()) tracks.remove(id);
    for (String alert : work.alerts()) {
      if (track.stream().noneMatch(other -> other.tellsOf(alert))) trackOfAlert.remove(alert, id);
    }
  }

  /** Puts the work back at the head of its track. */
  void retry(Work failed, Work again) {
    Deque<Work> track = tracks.get(trackOf(failed));
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
    trackOfAlert.clear();
  }

  /** A summary has a track of its own: what it tells of is late already. */
  private String trackOf(Work work) {
    return work.alerts().stream()
        .flatMap(alert -> Optional.ofNullable(trackOfAlert.get(alert)).stream())
        .findFirst()
        .orElse(work.track());
  }
}
