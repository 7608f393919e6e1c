package io.slugline.deploy.replay;

import io.slugline.contract.Replay;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which application makes the live records, now that replays were promoted and rolled back. */
final class Lines {

  private Lines() {}

  /** The latest hand-over; empty when there never was one. */
  static Optional<Replay.HandOver> latest(List<Replay> replays) {
    return replays.stream()
        .map(Replay::handOver)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Replay.HandOver::at));
  }

  /** What stands before the id of live's enrich application. */
  static String application(List<Replay> replays) {
    return latest(replays).map(Replay.HandOver::application).orElse("");
  }

  /** The consumer groups of live. */
  static List<String> groups(List<Replay> replays) {
    return List.of(
        application(replays) + "slugline-enrich", "slugline-alerting", "slugline-dispatch");
  }
}
