package io.slugline.alerting.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages that could not be sent in time: after an outage one summary takes the place of a hundred
 * pages in the night.
 */
final class Late {
  private final Lane.Patience patience;
  private final List<Work> gathered = new ArrayList<>();
  private @Nullable Instant lastAt;

  Late(Lane.Patience patience) {
    this.patience = patience;
  }

  /** Takes the late ones out of the queue; returns their summary once no more come. */
  Optional<Work> gather(WorkQueue queue, Instant now) {
    List<Work> late = queue.takeLate(work -> isLate(work, now));
    gathered.addAll(late);
    if (!late.isEmpty()) lastAt = now;
    if (lastAt == null || lastAt.plus(patience.gather()).isAfter(now)) return Optional.empty();
    List<Change> changes = gathered.stream().flatMap(work -> work.changes().stream()).toList();
    clear();
    String reason = changes.size() + " pages could not be sent in time";
    return Optional.of(Work.summary(changes, reason, now));
  }

  List<Work> all() {
    return List.copyOf(gathered);
  }

  void clear() {
    gathered.clear();
    lastAt = null;
  }

  private boolean isLate(Work work, Instant now) {
    return !work.isSummary()
        && work.notification().page()
        && work.changes().get(0).olderThan(patience.pageWithin(), now);
  }
}
