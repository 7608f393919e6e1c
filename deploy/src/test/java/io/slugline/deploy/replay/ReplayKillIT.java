package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.Json;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.SluglineProcess;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.ledger.LedgerCommand;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.TopicScan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A replay beside live, each in a process of its own, while 50 articles a second come in; first the
 * replay is killed with {@code kill -9}, then live.
 */
class ReplayKillIT {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final int PAST = 600;

  @TempDir Path folder;
  private final List<SluglineProcess> started = new ArrayList<>();
  private Path inbox = Path.of("inbox");
  private BrokerProcess broker;
  private Cluster live;

  @BeforeEach
  void start() throws IOException {
    broker = BrokerProcess.start(folder.resolve("broker"));
    live = new Cluster(broker.bootstrapServers(), "", Map.of());
    inbox = Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(
        folder.resolve("watches.yaml"),
        "watches: [{id: arms, title: Arms, severity: info, receiver: log, query: rifles}]");
    Files.writeString(folder.resolve("slugline.yaml"), "http: {port: 0}\n");
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (SluglineProcess process : started) process.kill();
    broker.kill();
  }

  @Test
  void aKilledReplayGoesOnAndEndsAsLiveAndAKilledLiveLosesNothing() throws Exception {
    SluglineProcess first = live("live", "--watches", folder.resolve("watches.yaml").toString());
    try (NewsAgency news = new NewsAgency(inbox, PAST)) {
      await().atMost(PATIENCE).until(() -> enriched(live) > 0 && isIdle());
      assertThat(command(new ReplayCommand(), "plan", "--id", "again", "--why", "a test"))
          .contains("planned");
      news.start();

      SluglineProcess killed = replay("run", "killed");
      await().atMost(PATIENCE).until(() -> enriched(inside()) > PAST / 8);
      killed.kill();
      SluglineProcess resumed = replay("resume", "resumed");
      await().atMost(PATIENCE).until(() -> resumed.said().contains(" articles ("));
      first.kill();
      SluglineProcess second = live("second");
      assertThat(resumed.process().waitFor()).as(resumed.said()).isZero();
      await().atMost(PATIENCE).until(() -> second.said().contains("watching inbox"));
      news.stop();

      second.stop();
      SluglineProcess last = live("last", "--until-idle");
      assertThat(last.process().waitFor()).as(last.said()).isZero();
      assertThatNothingIsLost(news.sent());
      assertThatTheReplayIsAsLive();
      assertThatNobodyWasToldTwice();
    }
  }

  private void assertThatNothingIsLost(int sent) throws IOException {
    String said = command(new LedgerCommand(), "--output", "json");
    JsonNode sums = Json.mapper().readTree(said.lines().reduce((a, b) -> b).orElse(""));
    System.out.printf("replay of %d beside %d at 50 a second%n", PAST, sent - PAST);
    assertThat(sums.path("difference").asInt(-1)).as(said).isZero();
    assertThat(sums.path("enrich").path("read").asInt()).isEqualTo(sent);
    // Every number of the order is there, and once.
    assertThat(Follower.state(live)).isNotEmpty();
    for (Topic<?> topic : Topics.all()) {
      assertThat(Records.marks(live, topic)).as(topic.name()).allMatch(String::isEmpty);
    }
  }

  private void assertThatTheReplayIsAsLive() {
    for (Topic<?> topic : List.of(Topics.ARTICLES_ENRICHED, Topics.STORIES)) {
      Map<String, String> again = Records.values(inside(), topic);
      Map<String, String> before = new HashMap<>(Records.values(live, topic));
      before.keySet().retainAll(again.keySet());

      assertThat(again).hasSizeGreaterThan(100).containsExactlyInAnyOrderEntriesOf(before);
    }
    assertThat(Records.marks(inside(), Topics.ARTICLES_ENRICHED)).containsOnly("again");
    assertThat(Records.marks(inside(), Topics.ARTICLES_RAW)).hasSize(PAST);
  }

  /** A dispatcher that is killed may tell a thing once more, under the same id. */
  private void assertThatNobodyWasToldTwice() {
    Map<String, Set<String>> opened = new HashMap<>();
    TopicScan.values(
        live,
        Topics.DELIVERIES,
        delivery -> {
          if (!delivery.page() || delivery.outcome() != Delivery.Outcome.DELIVERED) return;
          for (String alert : delivery.alerts()) {
            opened.computeIfAbsent(alert, any -> new HashSet<>()).add(delivery.id());
          }
        });

    assertThat(opened).isNotEmpty();
    assertThat(opened.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
  }

  private boolean isIdle() throws Exception {
    try (Groups groups = new Groups(live, Lines.groups(live))) {
      return groups.look().isIdle();
    }
  }

  private Cluster inside() {
    return live.under("replay.again.");
  }

  private static int enriched(Cluster cluster) {
    return Records.marks(cluster, Topics.ARTICLES_ENRICHED).size();
  }

  private String command(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    new CommandLine(command).setOut(new PrintWriter(out, true)).execute(all.toArray(String[]::new));
    return out.toString();
  }

  private SluglineProcess replay(String command, String name) throws IOException {
    return process(
        name,
        List.of(
            "replay",
            command,
            "again",
            "--live-lag",
            "20000",
            "--data",
            folder.resolve("data").toString()));
  }

  private SluglineProcess live(String name, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--data",
                folder.resolve("data").toString(),
                "--inbox",
                inbox.toString(),
                "--config",
                folder.resolve("slugline.yaml").toString()));
    arguments.addAll(List.of(more));
    return process(name, arguments);
  }

  private SluglineProcess process(String name, List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    SluglineProcess process = SluglineProcess.start(folder.resolve(name + ".log"), Map.of(), all);
    started.add(process);
    return process;
  }
}
