package io.slugline.deploy.replay;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.Enricher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Live's enrich and replays of it, each run in this process until it has nothing left to do.
 *
 * @param morning when the first article came
 */
record Runs(TestKafka kafka, Enricher enricher, Path folder, Instant morning, Duration patience) {

  SluglineConfig config(String prefix, int partitions) {
    KafkaSettings settings =
        new KafkaSettings(
            kafka.bootstrapServers(),
            prefix,
            0,
            Map.of("articles.raw", partitions, "articles.enriched", partitions),
            Map.of());
    return new SluglineConfig(settings, null, null, null, null, null);
  }

  /** Puts the articles through live's enrich, and stops it. */
  void enrichedLive(SluglineConfig config, List<String> texts) throws Exception {
    new TopicSetup(config.kafka()).create();
    News.send(config.kafka().cluster(), texts, 0, morning);
    enrich(config);
  }

  void enrich(SluglineConfig config) throws Exception {
    Cluster live = config.kafka().cluster();
    try (EnrichApp enrich =
            EnrichApp.start(
                live,
                config.enrich(),
                Lines.succession(live),
                enricher,
                folder.resolve(live.topicPrefix()),
                new SimpleMeterRegistry());
        Groups groups = new Groups(live, Lines.groups(live).subList(0, 1))) {
      await().atMost(patience).until(() -> enrich.ready() && groups.look().isIdle());
      enrich.leave();
    }
  }

  Replay planned(SluglineConfig config, String id) {
    Planner planner = new Planner(config.kafka().cluster(), config.enrich().stories().window());
    Replay.Range range = planner.range(Instant.EPOCH, Instant.now(), null, null, null);
    return planner.plan(id, "ann", "a test", range, morning);
  }

  Replay run(SluglineConfig config, Replay replay, Stopping stopping) throws Exception {
    Screen screen =
        new Screen(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
    return new ReplayRun(
            config,
            () -> enricher,
            folder.resolve("state"),
            Clock.systemUTC(),
            screen,
            stopping,
            1000)
        .run(replay);
  }
}
