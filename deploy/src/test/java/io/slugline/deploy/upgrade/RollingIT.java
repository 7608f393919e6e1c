package io.slugline.deploy.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.Said;
import io.slugline.deploy.StageProcess;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.deploy.topic.TopicSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each process of each stage is stopped and started again, one after the other, while articles come
 * in: as a rolling upgrade does it.
 */
class RollingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(150);
  private static final List<String> PROCESSES =
      List.of("ingest", "enrich-a", "enrich-b", "alert-a", "alert-b");

  @TempDir private Path folder;
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void eachProcessIsReplacedUnderLoadAndNothingIsLostDoubledOrToldTwice(TestReporter reporter)
      throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"));
        Desk desk = new Desk()) {
      Files.writeString(folder.resolve("slugline.yaml"), desk.config());
      Cluster cluster = prepare(kafka);
      Map<String, StageProcess> stages = new LinkedHashMap<>();
      ScheduledExecutorService press = Executors.newSingleThreadScheduledExecutor();
      try {
        for (String name : PROCESSES) stages.put(name, start(name, kafka));
        for (StageProcess stage : stages.values()) stage.awaitReady();
        press.scheduleAtFixedRate(
            () -> publish(inbox), 0, BETWEEN_ARTICLES.toMillis(), TimeUnit.MILLISECONDS);
        for (String name : PROCESSES) replace(name, stages, kafka);
        press.shutdown();
        assertThat(press.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThatNothingIsMissingOrDouble(kafka, cluster, desk);
        reporter.publishEntry(sent + " articles, " + desk.pages.size() + " pages");
      } finally {
        press.shutdownNow();
        for (StageProcess stage : stages.values()) stage.stop();
      }
    }
  }

  private void replace(String name, Map<String, StageProcess> stages, TestKafka kafka)
      throws Exception {
    int before = sent.get();
    Objects.requireNonNull(stages.get(name)).stop();
    StageProcess next = start(name, kafka);
    stages.put(name, next);
    next.awaitReady();
    assertThat(sent.get()).as("articles came in meanwhile").isGreaterThan(before + 5);
  }

  private void assertThatNothingIsMissingOrDouble(TestKafka kafka, Cluster cluster, Desk desk) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode sums = said(kafka, "ledger", "--output", "json").last();
              assertThat(sums.path("difference").asInt(-1)).as(sums.toString()).isZero();
              assertThat(sums.at("/enrich/enriched").asInt()).isEqualTo(sent.get());
              assertThat(sums.at("/enrich/underWay").asInt(-1)).isZero();
              assertThat(desk.pages).hasSameElementsAs(pagesAskedFor(cluster));
            });
    assertThat(keys(cluster)).hasSize(sent.get()).doesNotHaveDuplicates();
    assertThat(desk.pages).isNotEmpty().doesNotHaveDuplicates();
    assertThat(desk.pages).allMatch(page -> page.contains(" 1 "), "each alert paged once");
  }

  private Cluster prepare(TestKafka kafka) throws Exception {
    KafkaSettings settings = new KafkaSettings(kafka.bootstrapServers(), null, 0, null, null);
    new TopicSetup(settings).create();
    Path watches =
        Files.writeString(
            folder.resolve("watches.yaml"),
            """
            watches:
              - {id: ships, title: Ships, severity: warning, receiver: desk, query: freighter}
            """);
    assertThat(said(kafka, "watch", "load", watches.toString()).code()).isZero();
    return settings.cluster();
  }

  private StageProcess start(String name, TestKafka kafka) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(name.split("-")[0]));
    arguments.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    arguments.addAll(List.of("--config", folder.resolve("slugline.yaml").toString()));
    arguments.addAll(List.of("--data", folder.resolve(name).toString()));
    if (name.equals("ingest")) {
      arguments.addAll(List.of("--inbox", folder.resolve("inbox").toString()));
    }
    return StageProcess.start(arguments, Map.of("INSTANCE", name), folder.resolve(name + ".log"));
  }

  private void publish(Path inbox) {
    int number = sent.get();
    String town = "Port" + (char) ('a' + number / 5 % 26) + (char) ('a' + number / 130);
    String text =
        number % 5 == 0
            ? "A freighter docked at %s on Monday with grain, said harbour master %d. The crew"
                + " rests."
            : "The council of %s met on Monday over the budget of school %d and adjourned at noon.";
    try {
      Path unfinished = Files.writeString(folder.resolve("next"), text.formatted(town, number));
      Files.move(unfinished, inbox.resolve(number + ".txt"), StandardCopyOption.ATOMIC_MOVE);
      sent.incrementAndGet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Said said(TestKafka kafka, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    return Said.by(all);
  }

  private static List<String> pagesAskedFor(Cluster cluster) {
    List<String> pages = new ArrayList<>();
    Topic<Alert> topic = Topics.ALERTS;
    TopicScan.all(
        cluster,
        topic,
        record -> {
          Alert alert = topic.valueSerde().deserializer().deserialize("", record.value());
          if (alert.page()) pages.add(alert.alert() + " " + alert.pages() + " " + alert.watch());
        });
    return pages;
  }

  private static List<String> keys(Cluster cluster) {
    List<String> ids = new ArrayList<>();
    TopicScan.all(
        cluster,
        Topics.ARTICLES_ENRICHED,
        record -> ids.add(TopicScan.text(record.headers(), "ce_id")));
    return ids;
  }
}
