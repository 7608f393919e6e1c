package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.ingest.IngestApp;
import io.slugline.ingest.IngestConfig;
import io.slugline.ingest.IngestCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ingest stage as it runs, against a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path inboxes;
  private final TestKafka broker;
  private final Cluster cluster;
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private int count;

  IngestIT(@TempDir Path folder) throws IOException {
    inboxes = Files.createDirectory(folder.resolve("inboxes"));
    broker = TestKafka.start(folder.resolve("data"));
    cluster = settings().cluster();
  }

  @BeforeAll
  void createTopics() throws Exception {
    new TopicSetup(settings()).create();
  }

  @AfterAll
  void stop() throws IOException {
    broker.close();
  }

  @Test
  void aNewFileIsSettledSoonAfterItIsThereAndTheSumsHold() throws Exception {
    Path inbox = inbox();
    try (IngestApp app = start(inbox)) {
      await().atMost(PATIENCE).until(app::idle);

      Files.createDirectories(inbox.resolve("desk"));
      Files.writeString(inbox.resolve("desk/a.jsonl"), "{\"a\":1}\n{\"a\":2}\noops\n");
      Files.writeString(inbox.resolve("b.txt"), "text");
      Files.writeString(inbox.resolve("c.txt"), "text");
      Files.writeString(inbox.resolve("d.json"), "none");
      await().atMost(PATIENCE).until(() -> app.counts().filesSeen() == 4 && app.idle());

      assertThat(app.counts()).isEqualTo(new IngestCounts(4, 2, 1, 1, 0, 4, 3, 1));
      assertThatTheSumsHold();
      assertThat(inbox.resolve("done/desk/a.jsonl")).exists();
      assertThat(inbox.resolve("rejected/d.json.reason")).exists();
      assertThat(registry.get("slugline.ingest.file.settling").timer().count()).isEqualTo(4);
    }
  }

  @Test
  void aSecondIngesterOnOneInboxIsRefusedAndTheFirstGoesOn() throws Exception {
    Path inbox = inbox();
    try (IngestApp first = start(inbox)) {
      assertThatThrownBy(() -> start(inbox))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has an ingester already");

      Files.writeString(inbox.resolve("a.txt"), "still read");
      await().atMost(PATIENCE).until(() -> Files.exists(inbox.resolve("done/a.txt")));
      assertThat(first.problem()).isEmpty();
    }
  }

  @Test
  void anIngesterThatAnotherTookOverFromSaysSo() throws Exception {
    Path inbox = inbox();
    IngestConfig config = IngestConfig.of(inbox);
    try (IngestApp first = start(inbox)) {
      await().atMost(PATIENCE).until(first::ready);
      try (IngestApp other = start(named(inbox(), config.inboxId()))) {
        await().atMost(PATIENCE).until(other::ready);

        Files.writeString(inbox.resolve("a.txt"), "text of the first");
        await().atMost(PATIENCE).until(() -> first.problem().isPresent());

        assertThat(first.problem().orElseThrow())
            .contains("another ingester has taken over inbox id " + config.inboxId());
        assertThat(other.problem()).isEmpty();
        assertThat(inbox.resolve("a.txt")).exists();
      }
    }
  }

  @Test
  void anInboxThatVanishesIsAProblemUntilItIsBack() throws Exception {
    Path inbox = inbox();
    try (IngestApp app = start(inbox)) {
      await().atMost(PATIENCE).until(app::idle);

      Path elsewhere = Files.move(inbox, inbox.resolveSibling("elsewhere"));
      await().atMost(PATIENCE).until(() -> app.problem().isPresent());
      assertThat(app.problem().orElseThrow()).contains(inbox.toString());
      assertThat(app.ready()).isFalse();

      Files.move(elsewhere, inbox);
      Files.writeString(inbox.resolve("a.txt"), "after it came back");
      await().atMost(PATIENCE).until(() -> Files.exists(inbox.resolve("done/a.txt")));
      assertThat(app.problem()).isEmpty();
    }
  }

  @Test
  void aFreshCopyInAnotherInboxIsARepeatWhenTheLedgerKnowsIt() throws Exception {
    Path first = inbox();
    Files.writeString(first.resolve("a.txt"), "a text that comes twice");
    try (IngestApp app = start(first)) {
      await().atMost(PATIENCE).until(app::idle);
    }
    Path second = inbox();
    Files.writeString(second.resolve("copy.txt"), "a text that comes twice");

    try (IngestApp app = start(second)) {
      await().atMost(PATIENCE).until(app::idle);

      assertThat(app.counts()).isEqualTo(new IngestCounts(1, 0, 0, 1, 0, 0, 0, 0));
    }
  }

  private void assertThatTheSumsHold() {
    assertThat(counted("slugline.ingest.files.seen")).isEqualTo(counted("slugline.ingest.files"));
    assertThat(counted("slugline.ingest.articles.found"))
        .isEqualTo(counted("slugline.ingest.articles"));
  }

  /** Over all outcomes. */
  private double counted(String name) {
    return registry.find(name).counters().stream().mapToDouble(counter -> counter.count()).sum();
  }

  private IngestApp start(Path inbox) {
    return start(IngestConfig.of(inbox));
  }

  private IngestApp start(IngestConfig config) {
    registry.clear();
    return IngestApp.start(cluster, config, registry, Clock.systemUTC());
  }

  private static IngestConfig named(Path inbox, String id) {
    IngestConfig standard = IngestConfig.of(inbox);
    return new IngestConfig(
        inbox,
        id,
        false,
        standard.limits(),
        standard.settling(),
        standard.rescan(),
        standard.commitEvery());
  }

  private Path inbox() throws IOException {
    return Files.createDirectory(inboxes.resolve("inbox-" + count++));
  }

  private KafkaSettings settings() {
    return new KafkaSettings(broker.bootstrapServers(), null, 0, null, null);
  }
}
