package io.slugline.deploy.run;

import static io.slugline.contract.Replay.State.PROMOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.topic.Presence;
import io.slugline.deploy.topic.Register;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import io.slugline.enrich.Succession;
import io.slugline.enrich.story.StorySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody begins to hand live over at the very moment at which its enrich starts. */
class LiveEnrichIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private BrokerProcess broker;
  private Cluster cluster;

  @BeforeEach
  void start() throws Exception {
    broker = BrokerProcess.start(folder.resolve("broker"));
    cluster = broker.settings(1).cluster();
    new TopicSetup(broker.settings(1)).create();
  }

  @AfterEach
  void stop() throws Exception {
    broker.kill();
  }

  @Test
  void whatStartsWhileItIsHandedOverWorksOnNothing() throws Exception {
    Enricher enricher = Enricher.load();
    AtomicReference<Presence> handing = new AtomicReference<>();
    send("a1");
    try (TopicReader<?> enriched = TopicReader.fromBeginning(cluster, Topics.ARTICLES_ENRICHED);
        LiveEnrich live =
            LiveEnrich.start(
                cluster,
                whom -> {
                  boolean first = handing.get() == null;
                  if (first) handing.set(handOver());
                  EnrichApp app = join(whom, enricher);
                  // Long enough for one that would work.
                  if (first) assertThat(enriched.poll(Duration.ofSeconds(8))).isEmpty();
                  return app;
                })) {
      await().atMost(PATIENCE).ignoreExceptions().until(this::hasLeft);
      assertThat(enriched.poll(Duration.ofSeconds(1))).isEmpty();
      assertThat(live.ready()).isFalse();

      Objects.requireNonNull(handing.get()).close();

      await().atMost(PATIENCE).until(() -> !enriched.poll(Duration.ofSeconds(1)).isEmpty());
      assertThat(live.ready()).isTrue();
    }
  }

  /** Its group still knows it under the client that it was. */
  @Test
  void whatStartsAgainAtOnceWorks() throws Exception {
    Enricher enricher = Enricher.load();
    try (TopicReader<?> enriched = TopicReader.fromBeginning(cluster, Topics.ARTICLES_ENRICHED)) {
      for (String id : List.of("before", "after")) {
        send(id);
        try (LiveEnrich live = LiveEnrich.start(cluster, whom -> join(whom, enricher))) {
          await().atMost(PATIENCE).until(() -> !enriched.poll(Duration.ofSeconds(1)).isEmpty());
          assertThat(live.ready()).isTrue();
        }
      }
    }
  }

  /** Says so, while the group of live is empty still. */
  private Presence handOver() {
    try {
      Presence presence = Presence.claim(cluster).orElseThrow();
      Instant now = Instant.now();
      Replay.Range range = new Replay.Range(now, now, now, null, null, null, List.of());
      Replay.Progress progress = new Replay.Progress(0, 0, 0);
      new Register(cluster)
          .put(
              new Replay(
                  "r1", PROMOTING, "ann", "test", now, now, range, Map.of(), progress, null, null));
      return presence;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private EnrichApp join(Succession whom, Enricher enricher) {
    EnrichConfig config = new EnrichConfig(1, 1, "1", StorySettings.defaults());
    return EnrichApp.join(
        cluster, config, whom, enricher, folder.resolve("enrich"), new SimpleMeterRegistry());
  }

  /** A group is empty, and not unknown, when somebody was in it. */
  private boolean hasLeft() throws Exception {
    String group = cluster.idOf("slugline-enrich");
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      var described = admin.describeConsumerGroups(List.of(group)).describedGroups();
      return Objects.requireNonNull(described.get(group)).get().groupState() == GroupState.EMPTY;
    }
  }

  private void send(String id) {
    byte[] text =
        ("A freighter ran aground off Busan, " + id + ".").getBytes(StandardCharsets.UTF_8);
    RawArticle raw =
        new RawArticle(
            id,
            text,
            "text/plain",
            null,
            "UTF-8",
            "test",
            id + ".txt",
            Instant.now(),
            false,
            Map.of());
    try (Producer<String, RawArticle> producer =
        new KafkaProducer<>(
            cluster.clientProperties(),
            Topics.ARTICLES_RAW.keySerde().serializer(),
            Topics.ARTICLES_RAW.valueSerde().serializer())) {
      producer.send(new ProducerRecord<>(cluster.nameOf(Topics.ARTICLES_RAW), raw.id(), raw));
    }
  }
}
