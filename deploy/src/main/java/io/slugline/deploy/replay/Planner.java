package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a replay will have to read. */
final class Planner {
  /** Records of one partition are a little out of the order of their times at most. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final Cluster live;
  private final Duration window;

  /**
   * @param window how long a story without news stays open
   */
  Planner(Cluster live, Duration window) {
    this.live = live;
    this.window = window;
  }

  /**
   * The range with its warm-up, and where it lies.
   *
   * @throws IllegalArgumentException when nothing lies there
   */
  Replay.Range range(
      Instant from,
      Instant to,
      @Nullable String source,
      @Nullable String story,
      @Nullable String watch) {
    Instant warmUpFrom = from.equals(Instant.EPOCH) ? from : from.minus(window);
    try (TopicScan scan = new TopicScan(live, Topics.ARTICLES_RAW)) {
      List<Replay.Part> parts = scan.between(warmUpFrom, to.plus(SLACK));
      if (parts.stream().allMatch(part -> part.start() == part.end())) {
        throw new IllegalArgumentException("no articles from " + warmUpFrom + " to " + to);
      }
      return new Replay.Range(from, to, warmUpFrom, source, story, watch, parts);
    }
  }

  Replay plan(String id, String by, String why, Replay.Range range, Instant now) {
    long records = range.parts().stream().mapToLong(part -> part.end() - part.start()).sum();
    return new Replay(
        id,
        Replay.State.PLANNED,
        by,
        why,
        now,
        now,
        range,
        Map.of(),
        new Replay.Progress(0, records, 0),
        null,
        null);
  }
}
