package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over whatever the work is spread, a language's articles in one order make the same records. */
class SpreadIT {
  private static final Instant MORNING =
      Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ARTICLES = 120;

  @TempDir static Path folder;

  /**
   * @param batch how many records a poll brings at most
   */
  private record Spread(int partitions, int instances, int batch) {}

  @Test
  void oneTwoAndFourPartitionsInstancesAndBatchesMakeTheSameStories() throws Exception {
    Enricher enricher = Enricher.load();
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"))) {
      Map<String, String> alone = records(kafka, enricher, new Spread(1, 1, 500));
      assertThat(alone).hasSizeGreaterThan(ARTICLES / 2);
      for (Spread spread : List.of(new Spread(2, 2, 1), new Spread(4, 4, 7))) {
        assertThat(records(kafka, enricher, spread)).as(spread.toString()).isEqualTo(alone);
      }
    }
  }

  private static Map<String, String> records(TestKafka kafka, Enricher enricher, Spread spread)
      throws Exception {
    KafkaSettings settings =
        new KafkaSettings(
            kafka.bootstrapServers(),
            "spread" + spread.partitions() + ".",
            0,
            Map.of("articles.raw", spread.partitions()),
            Map.of("max.poll.records", String.valueOf(spread.batch())));
    new TopicSetup(settings).create();
    Cluster cluster = settings.cluster();
    News.sendByLanguage(cluster, new News(1).texts(ARTICLES), spread.partitions(), MORNING);
    enrich(cluster, enricher, spread);
    Map<String, String> records = new TreeMap<>();
    read(cluster, Topics.ARTICLES_ENRICHED, records);
    read(cluster, Topics.STORIES, records);
    return records;
  }

  private static void enrich(Cluster cluster, Enricher enricher, Spread spread) throws Exception {
    List<EnrichApp> running = new ArrayList<>();
    try (Groups groups = new Groups(cluster, Lines.groups(cluster).subList(0, 1))) {
      for (int i = 0; i < spread.instances(); i++) {
        running.add(start(cluster, enricher, spread, String.valueOf(i)));
      }
      await()
          .atMost(PATIENCE)
          .until(() -> running.stream().allMatch(EnrichApp::ready) && groups.look().isIdle());
    } finally {
      running.forEach(EnrichApp::close);
    }
  }

  @SuppressWarnings("NullAway") // what is not given takes its default
  private static EnrichApp start(
      Cluster cluster, Enricher enricher, Spread spread, String instance) {
    EnrichConfig config = new EnrichConfig(1, spread.partitions(), instance, null);
    Path state = folder.resolve(cluster.topicPrefix() + instance);
    return EnrichApp.start(cluster, config, enricher, state, new SimpleMeterRegistry());
  }

  private static void read(Cluster cluster, Topic<?> topic, Map<String, String> into) {
    TopicScan.all(
        cluster,
        topic,
        record -> {
          String text = new String(record.value(), StandardCharsets.UTF_8);
          assertThat(into.put(place(text), text)).as(text).isNull();
        });
  }

  private static String place(String text) {
    try {
      var record = Json.mapper().readTree(text);
      return record.path("language").asText() + "/" + record.path("sequence").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
