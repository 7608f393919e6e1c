package io.slugline.deploy.replay;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Cluster;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.deploy.topic.WatchUpload;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Live's alerting, which finds all articles and story changes at once, on two topics. */
final class LiveAlerts {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String WATCHES =
      """
      watches:
        - {id: ships, title: Ships, severity: warning, receiver: log, query: freighter OR tanker}
        - {id: harbour, title: Harbours, severity: info, receiver: log, query: harbour NOT bus}
      """;

  private LiveAlerts() {}

  static void watch(SluglineConfig config, Instant from) throws Exception {
    new TopicSetup(config.kafka()).create();
    new WatchUpload(config.kafka().cluster()).replaceWith(WatchList.read(WATCHES, "ann", from));
  }

  /**
   * Returns when so many articles and story changes have been taken, and what they make is told.
   */
  static void make(SluglineConfig config, Path state, long turns) throws Exception {
    Cluster live = config.kafka().cluster();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (AlertApp alerting =
            AlertApp.start(live, config.alerting(), state, registry, Clock.systemUTC());
        Groups groups = new Groups(live, List.of("slugline-alerting"))) {
      await()
          .atMost(PATIENCE)
          .until(() -> alerting.ready() && taken(registry) >= turns && groups.look().isIdle());
    }
  }

  private static long taken(SimpleMeterRegistry registry) {
    return registry.find("slugline.alerting.turns").counters().stream()
        .mapToLong(counter -> (long) counter.count())
        .sum();
  }
}
