package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.deploy.topic.TopicSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each stage as a process of its own, started as the README says. */
class StagesIT {
  private static final Path SAMPLES = Path.of("samples");
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int WATCHES_THAT_FIRE = 5;

  @TempDir Path folder;

  @Test
  void threeProcessesMakeAlertsOfABackfillAndPageNobody() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    copy(SAMPLES.resolve("articles"), inbox);
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"))) {
      KafkaSettings settings =
          new KafkaSettings(kafka.bootstrapServers(), "", 0, Map.of(), Map.of());
      new TopicSetup(settings).create();
      watch("load", SAMPLES.resolve("watches.yaml"), kafka);
      List<SluglineProcess> stages = new ArrayList<>();
      try {
        stages.add(stage(kafka, "alert"));
        stages.add(stage(kafka, "enrich"));
        stages.add(stage(kafka, "ingest", "--inbox", inbox.toString(), "--backfill"));

        assertThatAllIsWithheld(settings.cluster(), stages);
      } finally {
        // While there is a broker to take leave of.
        for (SluglineProcess stage : stages) stage.stop();
      }
    }
  }

  @Test
  void aRunWhoseReceiverDoesNotAnswerSaysWhatWaits() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    copy(SAMPLES.resolve("articles"), inbox);
    Path config =
        Files.writeString(
            folder.resolve("down.yaml"),
            """
            alerting:
              receivers:
                - {type: webhook, name: desk, url: "http://localhost:9/hook"}
              fallback: desk
            http: {port: 0}
            """);
    StringWriter err = new StringWriter();

    int code =
        Slugline.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(
                "run",
                "--config",
                config.toString(),
                "--inbox",
                inbox.toString(),
                "--watches",
                SAMPLES.resolve("watches.yaml").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--until-idle");

    assertThat(code).as(err.toString()).isEqualTo(3);
    assertThat(err.toString()).contains("waits for its receiver: desk: Missile launches");
  }

  private static void assertThatAllIsWithheld(Cluster cluster, List<SluglineProcess> stages) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<Delivery> withheld =
                  all(cluster, Topics.DELIVERIES).stream()
                      .filter(each -> "backfill".equals(each.gate()))
                      .toList();
              assertThat(withheld.stream().map(Delivery::watch).distinct())
                  .as(() -> stages.stream().map(SluglineProcess::said).toList().toString())
                  .hasSize(WATCHES_THAT_FIRE);
            });
    assertThat(all(cluster, Topics.DELIVERIES))
        .allMatch(each -> each.outcome() == Delivery.Outcome.WITHHELD);
    assertThat(all(cluster, Topics.ALERTS)).isNotEmpty().allMatch(Alert::backfill);
  }

  private static <V> List<V> all(Cluster cluster, Topic<V> topic) {
    List<V> all = new ArrayList<>();
    try (TopicReader<V> reader = TopicReader.fromBeginning(cluster, topic)) {
      while (!reader.atEnd()) all.addAll(reader.poll(Duration.ofMillis(200)));
    }
    return all;
  }

  private SluglineProcess stage(TestKafka kafka, String stage, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                stage,
                "--config",
                "slugline.yaml",
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--data",
                folder.resolve(stage).toString()));
    arguments.addAll(List.of(more));
    return SluglineProcess.start(
        folder.resolve(stage + ".log"), Map.of("SLUGLINE_HTTP_PORT", "0"), arguments);
  }

  private static void watch(String what, Path list, TestKafka kafka) {
    int code =
        Slugline.commandLine()
            .execute(
                "watch", what, list.toString(), "--bootstrap-servers", kafka.bootstrapServers());
    assertThat(code).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(file.getFileName().toString()));
    }
  }
}
