package io.slugline.enrich.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Which stories have been quiet for so long that they close. */
final class Closing {
  private record Due(Instant lastSeenAt, Story story) {}

  private static final Comparator<Due> ORDER =
      Comparator.comparing(Due::lastSeenAt).thenComparing(due -> due.story().id());

  private final PriorityQueue<Due> queue = new PriorityQueue<>(ORDER);
  private final Duration window;

  Closing(Duration window) {
    this.window = window;
  }

  /**
   * To be called for each new story and when articles left one, as it may then have been quiet for
   * longer; later articles are noticed when its time comes.
   */
  void watch(Story story) {
    queue.add(new Due(story.lastSeenAt(), story));
  }

  /** The stories that have been quiet since a window before now, the longest quiet first. */
  List<Story> quiet(Instant now) {
    Instant limit = now.minus(window);
    List<Due> quiet = new ArrayList<>();
    for (Due due = queue.peek(); due != null; due = queue.peek()) {
      if (!due.lastSeenAt().isBefore(limit)) break;
      queue.remove();
      Due today = new Due(due.story().lastSeenAt(), due.story());
      if (due.story().members().isEmpty()) continue;
      if (today.lastSeenAt().isBefore(limit)) quiet.add(today);
      else queue.add(today);
    }
    return quiet.stream().sorted(ORDER).map(Due::story).distinct().toList();
  }
}
