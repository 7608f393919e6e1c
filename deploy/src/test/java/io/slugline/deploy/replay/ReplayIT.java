package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Presence;
import io.slugline.enrich.Enricher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same articles give the same records again, on 1, 2 and 4 partitions. {@code
 * -Dslugline.replay.in=FILE} takes the first 5,000 of a file's articles in place of made-up ones.
 */
class ReplayIT {
  private static final String IN = System.getProperty("slugline.replay.in", "");
  // Older ones would be over the topic's retention.
  private static final Instant MORNING =
      Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
  private static final Duration PATIENCE =
      IN.isEmpty() ? Duration.ofSeconds(90) : Duration.ofMinutes(20);

  @TempDir static Path folder;
  private static TestKafka kafka;
  private static Runs runs;

  @BeforeAll
  static void start() throws Exception {
    kafka = TestKafka.start(folder.resolve("kafka"));
    runs = new Runs(kafka, Enricher.load(), folder, MORNING, PATIENCE);
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theSameAgainIsTheSameInEveryByteAndBearsAMark(int partitions) throws Exception {
    SluglineConfig config = runs.config("p" + partitions + ".", partitions);
    Cluster live = config.kafka().cluster();
    LiveAlerts.watch(config, MORNING.minusSeconds(60));
    runs.enrichedLive(
        config, IN.isEmpty() ? new News(partitions).texts(150) : News.of(Path.of(IN), 5000));
    long turns =
        Records.values(live, Topics.ARTICLES_ENRICHED).size()
            + Records.values(live, Topics.STORIES).size();
    LiveAlerts.make(config, folder.resolve("alerting" + partitions), turns);

    Replay replay = runs.run(config, runs.planned(config, "same"), Stopping.whenAsked());

    Cluster inside = live.under(replay.prefix());
    assertThat(replay.state()).isEqualTo(Replay.State.DONE);
    assertThat(Records.values(inside, Topics.ARTICLES_ENRICHED))
        .hasSizeGreaterThan(100)
        .isEqualTo(Records.values(live, Topics.ARTICLES_ENRICHED));
    assertThat(Records.values(inside, Topics.STORIES))
        .isEqualTo(Records.values(live, Topics.STORIES));
    report(partitions, inside);
    assertThat(Records.values(inside, Topics.ALERTS))
        .isNotEmpty()
        .isEqualTo(Records.values(live, Topics.ALERTS));
    assertThat(Records.marks(inside, Topics.ARTICLES_ENRICHED)).containsOnly("same");
    assertThat(Records.marks(inside, Topics.STORIES)).allMatch("same"::equals);
    assertThat(Records.marks(live, Topics.ARTICLES_ENRICHED)).containsOnly("");
  }

  @Test
  void aReplayThatIsStoppedGoesOnWhereItStood() throws Exception {
    SluglineConfig config = runs.config("stop.", 2);
    Cluster live = config.kafka().cluster();
    // More than are fed at once, so that something is left when the first are through.
    runs.enrichedLive(config, new News(7).texts(800));
    Replay planned = runs.planned(config, "halves");
    Stopping midway = Stopping.whenAsked();
    Cluster inside = live.under(planned.prefix());
    new Fence(config.kafka(), planned).raise();
    Thread asking =
        new Thread(
            () -> {
              await()
                  .atMost(PATIENCE)
                  .until(() -> !Records.values(inside, Topics.ARTICLES_ENRICHED).isEmpty());
              midway.ask();
            });
    asking.start();

    Replay stopped = runs.run(config, planned, midway);
    Replay finished = runs.run(config, stopped, Stopping.whenAsked());

    assertThat(stopped.state()).isEqualTo(Replay.State.PAUSED);
    assertThat(finished.state()).isEqualTo(Replay.State.DONE);
    asking.join();
    assertThat(Records.values(inside, Topics.ARTICLES_ENRICHED))
        .isEqualTo(Records.values(live, Topics.ARTICLES_ENRICHED));
  }

  /** Beside it run two lines that were never promoted, one with each setting. */
  @Test
  void aPromotionAndARollbackLeaveWhoFollowsTheTopicsWhereTheyWouldBeWithout() throws Exception {
    SluglineConfig config = runs.config("swap.", 1);
    SluglineConfig strict = Joining.at(config, .9);
    Cluster live = config.kafka().cluster();
    Promotion promotion = new Promotion(live);
    List<String> texts = new News(11).texts(140);
    runs.enrichedLive(config, texts.subList(0, 100));
    Replay replay = runs.run(strict, runs.planned(config, "strict"), Stopping.whenAsked());

    Promotion.Done promoted;
    try (Presence presence = Presence.claim(live).orElseThrow()) {
      promoted = promotion.promote(replay, "", presence.pen());
    }
    Map<String, String> promotedState = Follower.state(live);
    News.send(live, texts, 100, MORNING);
    runs.enrich(strict);
    Map<String, String> goneOn = Follower.state(live);
    Replay.HandOver made = Objects.requireNonNull(promoted.replay().handOver());
    try (Presence presence = Presence.claim(live).orElseThrow()) {
      promotion.rollback(promoted.replay(), made, presence.pen());
    }
    runs.enrich(config);

    assertThat(promoted.appended()).isPositive();
    assertThat(promotedState).isEqualTo(Follower.state(live.under(replay.prefix())));
    assertThat(goneOn).isEqualTo(without(Joining.at(runs.config("strictly.", 1), .9), texts));
    assertThat(Follower.state(live)).isEqualTo(without(runs.config("plainly.", 1), texts));
    assertThat(goneOn).isNotEqualTo(Follower.state(live));
  }

  @Test
  void aPythonProgramFollowsAPromotionFromTheTopicsAloneAndSeesWhatTheConsoleShows()
      throws Exception {
    assumeTrue(
        PythonFollower.isPossible(),
        "no python3-confluent-kafka: nobody follows a promotion in Python");
    SluglineConfig config = runs.config("python.", 2);
    Cluster live = config.kafka().cluster();
    runs.enrichedLive(config, new News(3).texts(60));
    Replay replay =
        runs.run(Joining.at(config, .9), runs.planned(config, "py"), Stopping.whenAsked());
    await().atMost(PATIENCE).until(() -> new Promotion(live).isStopped(""));

    List<String> before = PythonFollower.state(live);
    assertThatTheConsoleShows(live, before);
    CompletableFuture<List<String>> during =
        CompletableFuture.supplyAsync(() -> PythonFollower.state(live));
    try (Presence presence = Presence.claim(live).orElseThrow()) {
      new Promotion(live).promote(replay, "", presence.pen());
    }
    List<String> after = PythonFollower.state(live);

    assertThat(after).isEqualTo(PythonFollower.state(live.under(replay.prefix())));
    assertThatTheConsoleShows(live, after);
    assertThat(after).isNotEqualTo(before);
    assertThat(during.get()).isIn(before, after);
    assertThat(after).hasSameSizeAs(Follower.state(live).keySet());
  }

  /** A merge that the grouper would not have made, and a split that it would take back. */
  @Test
  void whatAPersonOrderedHoldsInAReplayToo() throws Exception {
    SluglineConfig config = runs.config("orders.", 1);
    Cluster live = config.kafka().cluster();
    List<String> texts = new News(5).texts(160);
    runs.enrichedLive(config, texts.subList(0, 60));
    Orders orders = new Orders(live, MORNING.plusSeconds(60));
    orders.merge();
    orders.split();
    runs.enrich(config);
    News.send(live, texts, 60, MORNING);
    runs.enrich(config);

    Replay same = runs.run(config, runs.planned(config, "same"), Stopping.whenAsked());
    Replay other =
        runs.run(Joining.at(config, .9), runs.planned(config, "other"), Stopping.whenAsked());

    Cluster again = live.under(same.prefix());
    assertThat(Records.values(again, Topics.STORIES))
        .isEqualTo(Records.values(live, Topics.STORIES))
        .anySatisfy((at, change) -> assertThat(change).contains("merged", "\"by\":\"ann\""))
        .anySatisfy((at, change) -> assertThat(change).contains("split", "\"by\":\"ann\""));
    assertThat(Records.values(again, Topics.ARTICLES_ENRICHED))
        .isEqualTo(Records.values(live, Topics.ARTICLES_ENRICHED));
    assertThat(Follower.state(live.under(other.prefix()))).isNotEqualTo(Follower.state(live));
    orders.assertObeyed(live);
    orders.assertObeyed(again);
    // What was one story in live may be several there, of which only the largest are merged.
    orders.assertApart(live.under(other.prefix()));
  }

  /** The replay has it still when its text is erased in live. */
  @Test
  void whatIsErasedIsToldAgainByNoPromotionAndByNoRollback() throws Exception {
    SluglineConfig config = runs.config("erased.", 1);
    SluglineConfig strict = Joining.at(config, .9);
    Cluster live = config.kafka().cluster();
    List<String> texts = new News(8).texts(160);
    runs.enrichedLive(config, texts.subList(0, 80));
    Replay replay = runs.run(strict, runs.planned(config, "early"), Stopping.whenAsked());
    List<String> story = new Orders(live.under(replay.prefix()), MORNING).largestStory();
    String erased = story.get(0);
    Orders.forget(live, erased);
    runs.enrich(config);
    Map<String, String> before = Records.values(live, Topics.ARTICLES_ENRICHED);
    Set<String> early = Follower.state(live).keySet();

    new HandingOver(live, said -> {})
        .promote("early", longer -> runs.run(strict, longer, Stopping.whenAsked()));
    News.send(live, texts, 80, MORNING);
    runs.enrich(strict);

    assertThat(Records.toldSince(before, live))
        .anyMatch(record -> record.contains("supersedes"))
        .anyMatch(record -> !record.contains("supersedes") && record.contains(story.get(1)))
        .noneMatch(record -> record.contains(erased));

    before = Records.values(live, Topics.ARTICLES_ENRICHED);
    Set<String> come = new TreeSet<>(Follower.state(live).keySet());
    come.removeAll(early);
    String erasedToo = come.iterator().next();
    Orders.forget(live, erasedToo);
    new HandingOver(live, said -> {}).rollback("early");
    runs.enrich(config);

    assertThat(Records.toldSince(before, live))
        .hasSizeGreaterThan(come.size() - 2)
        .noneMatch(record -> record.contains(erasedToo));
  }

  /** Between its steps lies a topic, on which some articles are left when it stops. */
  @Test
  void whatLiveHadReadButNotPlacedWhenItStoppedIsToldOfByThePromotion() throws Exception {
    SluglineConfig config = runs.config("between.", 1);
    Cluster live = config.kafka().cluster();
    List<String> texts = new ArrayList<>(new News(9).texts(41));
    texts.add(texts.get(3));
    runs.enrichedLive(config, texts.subList(0, 40));
    News.send(live, texts, 40, MORNING);
    runs.readWithoutPlacing(live);
    runs.run(config, runs.planned(config, "between"), Stopping.whenAsked());

    new HandingOver(live, said -> {})
        .promote("between", longer -> runs.run(config, longer, Stopping.whenAsked()));
    runs.enrich(config);

    assertThat(Records.values(live, Topics.ARTICLES_ENRICHED).values())
        .filteredOn(record -> record.contains("\"rawId\":\"" + News.rawId(40) + "\""))
        .singleElement()
        .satisfies(record -> assertThat(record).contains("\"replay\":\"between\""));
    assertThat(Records.values(live, Topics.ARTICLES_REPEATED).values())
        .filteredOn(record -> record.contains("\"rawId\":\"" + News.rawId(41) + "\""))
        .singleElement()
        .satisfies(record -> assertThat(record).contains("\"replay\":\"between\""));
  }

  private static void assertThatTheConsoleShows(Cluster live, List<String> followed)
      throws Exception {
    try (ShownStories console = new ShownStories(live)) {
      assertThat(console.of(followed)).isEqualTo(ShownStories.told(followed));
    }
  }

  private static void report(int partitions, Cluster inside) {
    System.out.printf(
        "%d partitions, the same in every byte: %d articles, %d story changes%n",
        partitions,
        Records.values(inside, Topics.ARTICLES_ENRICHED).size(),
        Records.values(inside, Topics.STORIES).size());
  }

  private static Map<String, String> without(SluglineConfig config, List<String> texts)
      throws Exception {
    runs.enrichedLive(config, texts);
    return Follower.state(config.kafka().cluster());
  }
}
