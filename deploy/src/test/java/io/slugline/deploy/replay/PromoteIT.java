package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.SluglineProcess;
import io.slugline.deploy.StageProcess;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Presence;
import io.slugline.deploy.topic.Register;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.Enricher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Live's enrich runs in a process of its own, which nobody touches, and articles keep coming: it
 * stops for a promotion, goes on as the replay's successor, as itself after a rollback, and as it
 * was when whoever promotes is killed.
 */
class PromoteIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Instant MORNING = Instant.now().minusSeconds(6 * 3600);
  private static final int MOST = 20_000;
  private static final int PAST = 100;

  @TempDir Path folder;
  private final List<String> texts = new News(21).texts(MOST);
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private int sent;
  private BrokerProcess broker;
  private SluglineConfig config;
  private Cluster live;
  private Enricher enricher;

  @BeforeEach
  void start() throws Exception {
    broker = BrokerProcess.start(folder.resolve("broker"));
    KafkaSettings settings = broker.settings(1);
    config = new SluglineConfig(settings, null, null, null, null, null);
    live = settings.cluster();
    new TopicSetup(settings).create();
    enricher = Enricher.load();
  }

  @AfterEach
  void stop() throws Exception {
    clock.shutdownNow();
    broker.kill();
  }

  @Test
  void liveStopsForAPromotionAndGoesOnByItselfWhateverBecomesOfIt() throws Exception {
    send(PAST);
    StageProcess enrich = enrich();
    try {
      awaitEnriched(PAST);
      clock.scheduleAtFixedRate(() -> send(2), 0, 200, TimeUnit.MILLISECONDS);
      SluglineConfig strict = Joining.at(config, .9);
      HandingOver handing = new HandingOver(live, said -> {});
      run(strict, planned("first"));
      run(strict, planned("second"));

      Promotion.Done promoted = handing.promote("first", longer -> run(strict, longer));
      awaitEnriched(sent());
      Promotion.Done back = handing.rollback("first");
      awaitEnriched(sent());
      kill("second");
      awaitEnriched(sent());
      Promotion.Done after = handing.promote("second", longer -> run(strict, longer));
      awaitEnriched(sent());

      assertThat(promoted.appended()).isPositive();
      assertThat(back.appended()).isPositive();
      assertThat(after.replay().state()).isEqualTo(Replay.State.PROMOTED);
      assertThat(enrich.process().isAlive()).isTrue();
      clock.shutdown();
      assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      awaitEnriched(sent());
      // Every number of the order is there, and once.
      assertThat(Follower.state(live)).isNotEmpty();
    } finally {
      enrich.process().destroyForcibly().waitFor();
    }
  }

  /** As kill -9 does, right after live was asked to stop. */
  private void kill(String id) throws Exception {
    SluglineProcess promoter =
        SluglineProcess.start(
            folder.resolve("promote.log"),
            Map.of(),
            List.of(
                "replay",
                "promote",
                id,
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--data",
                data()));
    Register register = new Register(live);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(promoter.process().isAlive()).as(promoter.said()).isTrue();
              return register.need(id).state() == Replay.State.PROMOTING;
            });
    promoter.kill();
    await().atMost(PATIENCE).until(() -> !Presence.isClaimed(live));
    assertThat(register.need(id).handOver()).isNull();
  }

  private Replay planned(String id) throws Exception {
    Planner planner = new Planner(live, config.enrich().stories().window());
    Replay.Range range = planner.range(Instant.EPOCH, Instant.now(), null, null, null);
    Replay replay = planner.plan(id, "ann", "a test", range, Instant.now());
    return new Register(live).put(replay);
  }

  private Replay run(SluglineConfig with, Replay replay) throws Exception {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Screen screen = new Screen(nowhere, nowhere, false);
    return new ReplayRun(
            with,
            () -> enricher,
            folder.resolve("replaying"),
            Clock.systemUTC(),
            screen,
            Stopping.whenAsked(),
            1000)
        .run(replay);
  }

  /** Waits until the first so many raw articles were told of, each as enriched or as a repeat. */
  private void awaitEnriched(int count) {
    Set<String> all = IntStream.range(0, count).mapToObj(News::rawId).collect(Collectors.toSet());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).containsAll(all));
  }

  private Set<String> told() {
    Set<String> told = new HashSet<>();
    TopicScan.values(live, Topics.ARTICLES_ENRICHED, article -> told.add(article.rawId()));
    TopicScan.values(live, Topics.ARTICLES_REPEATED, repeat -> told.add(repeat.rawId()));
    return told;
  }

  private synchronized void send(int count) {
    News.send(live, texts.subList(0, sent + count), sent, MORNING);
    sent += count;
  }

  private synchronized int sent() {
    return sent;
  }

  private StageProcess enrich() throws IOException {
    Path anyPort = Files.writeString(folder.resolve("slugline.yaml"), "http: {port: 0}\n");
    return StageProcess.start(
        List.of(
            "enrich",
            "--bootstrap-servers",
            broker.bootstrapServers(),
            "--data",
            data(),
            "--config",
            anyPort.toString()),
        Map.of(),
        folder.resolve("enrich.log"));
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
