package io.slugline.deploy.replay;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.Enricher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

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
            EnrichApp.join(
                live,
                config.enrich(),
                Lines.succession(live),
                enricher,
                folder.resolve(live.topicPrefix()),
                new SimpleMeterRegistry());
        Groups groups = new Groups(live, Lines.groups(live).subList(0, 1))) {
      enrich.work();
      await().atMost(patience).until(() -> enrich.ready() && groups.look().isIdle());
      enrich.leave();
    }
  }

  /** As live's enrich stands when it stops before its second step. */
  void readWithoutPlacing(Cluster live) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    try (TopicReader<?> raw = TopicReader.fromEnd(live, Topics.ARTICLES_RAW);
        Admin admin = Admin.create(live.clientProperties())) {
      String topic = live.nameOf(Topics.ARTICLES_RAW);
      raw.ends()
          .forEach(
              (partition, end) ->
                  ends.put(new TopicPartition(topic, partition), new OffsetAndMetadata(end)));
      String group = live.idOf(Lines.groups(live).get(0));
      admin.alterConsumerGroupOffsets(group, ends).all().get();
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
