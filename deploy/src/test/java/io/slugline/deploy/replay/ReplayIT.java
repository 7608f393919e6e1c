package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import io.slugline.enrich.story.StorySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayIT {
  // Older ones would be over the topic's retention.
  private static final Instant MORNING =
      Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static TestKafka kafka;
  private static Enricher enricher;

  @BeforeAll
  static void start() throws Exception {
    kafka = TestKafka.start(folder.resolve("kafka"));
    enricher = Enricher.load();
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theSameAgainIsTheSameInEveryByteAndBearsAMark(int partitions) throws Exception {
    SluglineConfig config = config("p" + partitions + ".", partitions);
    Cluster live = config.kafka().cluster();
    LiveAlerts.watch(config, MORNING.minusSeconds(60));
    enrichedLive(config, new News(partitions).texts(150));
    long turns =
        values(live, Topics.ARTICLES_ENRICHED).size() + values(live, Topics.STORIES).size();
    LiveAlerts.make(config, folder.resolve("alerting" + partitions), turns);

    Replay replay = run(config, planned(config, "same", Instant.EPOCH), Stopping.whenAsked());

    Cluster inside = live.under(replay.prefix());
    assertThat(replay.state()).isEqualTo(Replay.State.DONE);
    assertThat(values(inside, Topics.ARTICLES_ENRICHED))
        .hasSizeGreaterThan(100)
        .isEqualTo(values(live, Topics.ARTICLES_ENRICHED));
    assertThat(values(inside, Topics.STORIES)).isEqualTo(values(live, Topics.STORIES));
    assertThat(values(inside, Topics.ALERTS))
        .hasSizeGreaterThan(100)
        .isEqualTo(values(live, Topics.ALERTS));
    assertThat(marks(inside, Topics.ARTICLES_ENRICHED)).containsOnly("same");
    assertThat(marks(inside, Topics.STORIES)).allMatch("same"::equals);
    assertThat(marks(live, Topics.ARTICLES_ENRICHED)).containsOnly("");
  }

  @Test
  void aReplayThatIsStoppedGoesOnWhereItStood() throws Exception {
    SluglineConfig config = config("stop.", 2);
    Cluster live = config.kafka().cluster();
    // More than are fed at once, so that something is left when the first are through.
    enrichedLive(config, new News(7).texts(800));
    Replay planned = planned(config, "halves", Instant.EPOCH);
    Stopping midway = Stopping.whenAsked();
    Cluster inside = live.under(planned.prefix());
    new Fence(config.kafka(), planned).raise();
    Thread asking =
        new Thread(
            () -> {
              await()
                  .atMost(PATIENCE)
                  .until(() -> !values(inside, Topics.ARTICLES_ENRICHED).isEmpty());
              midway.ask();
            });
    asking.start();

    Replay stopped = run(config, planned, midway);
    Replay finished = run(config, stopped, Stopping.whenAsked());

    assertThat(stopped.state()).isEqualTo(Replay.State.PAUSED);
    assertThat(finished.state()).isEqualTo(Replay.State.DONE);
    asking.join();
    assertThat(values(inside, Topics.ARTICLES_ENRICHED))
        .isEqualTo(values(live, Topics.ARTICLES_ENRICHED));
  }

  /** Beside it run two lines that were never promoted, one with each setting. */
  @Test
  void aPromotionAndARollbackLeaveWhoFollowsTheTopicsWhereTheyWouldBeWithout() throws Exception {
    SluglineConfig config = config("swap.", 1);
    SluglineConfig strict = withJoin(config, .9);
    Cluster live = config.kafka().cluster();
    Promotion promotion = new Promotion(live);
    List<String> texts = new News(11).texts(140);
    enrichedLive(config, texts.subList(0, 100));
    Replay replay = run(strict, planned(config, "strict", Instant.EPOCH), Stopping.whenAsked());

    Promotion.Done promoted = promotion.promote(replay, "", Instant.now());
    Map<String, String> promotedState = Follower.state(live);
    News.send(live, texts, 100, MORNING);
    enrich(strict);
    Map<String, String> goneOn = Follower.state(live);
    Replay.HandOver made = Objects.requireNonNull(promoted.replay().handOver());
    promotion.rollback(promoted.replay(), made, Instant.now());
    enrich(config);

    assertThat(promoted.appended()).isPositive();
    assertThat(promotedState).isEqualTo(Follower.state(live.under(replay.prefix())));
    assertThat(goneOn).isEqualTo(without(withJoin(config("strictly.", 1), .9), texts));
    assertThat(Follower.state(live)).isEqualTo(without(config("plainly.", 1), texts));
    assertThat(goneOn).isNotEqualTo(Follower.state(live));
  }

  @Test
  void aPythonProgramFollowsAPromotionFromTheTopicsAlone() throws Exception {
    assumeTrue(
        PythonFollower.isPossible(),
        "no python3-confluent-kafka: nobody follows a promotion in Python");
    SluglineConfig config = config("python.", 2);
    Cluster live = config.kafka().cluster();
    enrichedLive(config, new News(3).texts(60));
    Replay replay =
        run(withJoin(config, .9), planned(config, "py", Instant.EPOCH), Stopping.whenAsked());
    await().atMost(PATIENCE).until(() -> new Promotion(live).isStopped(""));

    List<String> before = PythonFollower.state(live);
    CompletableFuture<List<String>> during =
        CompletableFuture.supplyAsync(() -> PythonFollower.state(live));
    new Promotion(live).promote(replay, "", Instant.now());
    List<String> after = PythonFollower.state(live);

    assertThat(after).isEqualTo(PythonFollower.state(live.under(replay.prefix())));
    assertThat(after).isNotEqualTo(before);
    assertThat(during.get()).isIn(before, after);
    assertThat(after).hasSameSizeAs(Follower.state(live).keySet());
  }

  private static Map<String, String> without(SluglineConfig config, List<String> texts)
      throws Exception {
    enrichedLive(config, texts);
    return Follower.state(config.kafka().cluster());
  }

  private static SluglineConfig withJoin(SluglineConfig config, double join) {
    StorySettings old = config.enrich().stories();
    StorySettings strict =
        new StorySettings(
            old.window(),
            join,
            join + .05,
            old.split(),
            old.margin(),
            old.corrects(),
            old.lead(),
            old.trusted());
    EnrichConfig enrich = new EnrichConfig(2, 4, "1", strict);
    return new SluglineConfig(config.kafka(), null, enrich, null, null, null);
  }

  private static SluglineConfig config(String prefix, int partitions) {
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
  private static void enrichedLive(SluglineConfig config, List<String> texts) throws Exception {
    new TopicSetup(config.kafka()).create();
    News.send(config.kafka().cluster(), texts, 0, MORNING);
    enrich(config);
  }

  private static void enrich(SluglineConfig config) throws Exception {
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
      await().atMost(PATIENCE).until(() -> enrich.ready() && groups.look().isIdle());
    }
  }

  private static Replay planned(SluglineConfig config, String id, Instant from) {
    Planner planner = new Planner(config.kafka().cluster(), config.enrich().stories().window());
    Replay.Range range = planner.range(from, MORNING.plusSeconds(86_400), null, null);
    return planner.plan(id, "ann", "a test", range, MORNING);
  }

  private static Replay run(SluglineConfig config, Replay replay, Stopping stopping)
      throws Exception {
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

  /** Each record's text, in the order of its language's numbers or of its alert's records. */
  private static Map<String, String> values(Cluster cluster, Topic<?> topic) {
    Map<String, String> values = new TreeMap<>();
    Map<String, Integer> ofAlert = new HashMap<>();
    TopicScan.all(
        cluster,
        topic,
        record -> {
          String text = new String(record.value(), StandardCharsets.UTF_8);
          JsonNode read = tree(text);
          String place =
              read.has("alert")
                  ? record.key() + "/" + ofAlert.merge(record.key(), 1, Integer::sum)
                  : read.path("language").asText() + "/" + read.path("sequence").asLong();
          assertThat(values.put(place, text)).as("two records at " + place).isNull();
        });
    return values;
  }

  private static JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> marks(Cluster cluster, Topic<?> topic) {
    List<String> marks = new ArrayList<>();
    TopicScan.all(
        cluster,
        topic,
        record -> {
          String mark = TopicScan.text(record.headers(), Replay.MARK);
          marks.add(mark == null ? "" : mark);
        });
    return marks;
  }
}
