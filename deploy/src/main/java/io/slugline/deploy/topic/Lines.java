package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.enrich.Succession;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Says which application makes the live records, now that replays were promoted and rolled back.
 */
public final class Lines {
  /** The consumer group that tells people. */
  public static final String DISPATCH = "slugline-dispatch";

  private Lines() {}

  /** Whom enrich succeeds on a cluster; on one that never saw a replay it is the first. */
  public static Succession succession(Cluster live)
      throws ExecutionException, InterruptedException {
    return succession(all(live));
  }

  /** Whom enrich succeeds, now that these are all replays. */
  public static Succession succession(Collection<Replay> replays) {
    return replays.stream()
        .filter(replay -> replay.handOver() != null)
        .max(Comparator.comparing(replay -> handOver(replay).at()))
        .map(replay -> Succession.of(handOver(replay), replay.id()))
        .orElse(Succession.NONE);
  }

  /** The consumer groups of live on a cluster. */
  public static List<String> groups(Cluster live) throws ExecutionException, InterruptedException {
    return groups(all(live));
  }

  private static List<Replay> all(Cluster live) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(live.clientProperties())) {
      boolean kept = admin.listTopics().names().get().contains(live.nameOf(Topics.REPLAYS));
      return kept ? new Register(live).all() : List.of();
    }
  }

  private static Replay.HandOver handOver(Replay replay) {
    return Objects.requireNonNull(replay.handOver());
  }

  /** The latest hand-over; empty when there never was one. */
  public static Optional<Replay.HandOver> latest(List<Replay> replays) {
    return replays.stream()
        .map(Replay::handOver)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Replay.HandOver::at));
  }

  /** What stands before the id of live's enrich application. */
  public static String application(List<Replay> replays) {
    return latest(replays).map(Replay.HandOver::application).orElse("");
  }

  /** The consumer groups of live. */
  public static List<String> groups(List<Replay> replays) {
    return List.of(application(replays) + "slugline-enrich", "slugline-alerting", DISPATCH);
  }
}
