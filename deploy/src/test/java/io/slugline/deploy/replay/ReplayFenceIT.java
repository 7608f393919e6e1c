package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Action;
import io.slugline.contract.Delivery;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.enrich.Enricher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Two lines of all stages get the same articles and orders, always; beside one of them runs one
 * replay after the other, of any range and settings, stopped at any moment. What both lines wrote
 * and told stays the same in every byte.
 */
@SuppressWarnings("NullAway") // what the container's start sets
class ReplayFenceIT {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Instant MORNING = NOW.minusSeconds(2400);

  private static final List<String> TEXTS = new ArrayList<>();
  private static Path folder = Path.of("");
  private static TestKafka kafka;
  private static Enricher enricher;
  private static LiveLine replayed;
  private static LiveLine untouched;

  @BeforeContainer
  static void start() throws Exception {
    folder = Files.createTempDirectory("slugline-fence");
    kafka = TestKafka.start(folder.resolve("kafka"));
    enricher = Enricher.load();
    String servers = kafka.bootstrapServers();
    Clock still = Clock.fixed(NOW, ZoneOffset.UTC);
    replayed = new LiveLine(servers, "one.", enricher, folder.resolve("one"), still);
    untouched = new LiveLine(servers, "other.", enricher, folder.resolve("other"), still);
  }

  @AfterContainer
  static void stop() throws Exception {
    replayed.close();
    untouched.close();
    kafka.close();
    Utils.delete(folder.toFile());
  }

  @Property(tries = 3, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aReplayReachesNobodyAndLeavesLiveAsItWouldBeWithout(@ForAll long seed) throws Exception {
    Random chance = new Random(seed);
    send(new News(seed).texts(10 + chance.nextInt(40)));
    if (chance.nextBoolean()) orderMerge(chance);
    SluglineConfig config = settings(chance);
    Replay replay = planned(chance);

    send(new News(seed + 1).texts(chance.nextInt(40)));
    Replay ended = run(config, replay, chance);
    if (chance.nextBoolean()) ended = run(config, ended, chance);
    replayed.awaitIdle();
    untouched.awaitIdle();

    assertThat(ended.state()).isIn(Replay.State.DONE, Replay.State.PAUSED);
    assertThat(replayed.told).containsExactlyInAnyOrderElementsOf(untouched.told);
    assertThat(deliveries(replayed))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("alerts")
        .containsExactlyInAnyOrderElementsOf(deliveries(untouched));
    for (Topic<?> topic : Topics.all()) assertThatItIsAsWithout(topic);
    assertThatNobodyWritesOnBothSides();
  }

  private static void assertThatItIsAsWithout(Topic<?> topic) {
    assertThat(Records.marks(replayed.cluster, topic)).as(topic.name()).allMatch(String::isEmpty);
    if (topic.equals(Topics.REPLAYS) || topic.equals(Topics.DELIVERIES)) return;
    assertThat(Records.values(replayed.cluster, topic))
        .as(topic.name())
        .isEqualTo(Records.values(untouched.cluster, topic));
  }

  /** Which pages on one story share a notification is a matter of milliseconds. */
  private static List<Delivery> deliveries(LiveLine line) {
    List<Delivery> deliveries = new ArrayList<>();
    TopicScan.all(
        line.cluster,
        Topics.DELIVERIES,
        record -> deliveries.add(Alerts.read(Topics.DELIVERIES, record)));
    return deliveries;
  }

  private static void assertThatNobodyWritesOnBothSides() throws Exception {
    Set<Long> live = new TreeSet<>();
    Set<Long> fenced = new TreeSet<>();
    try (Admin admin = Admin.create(replayed.cluster.clientProperties())) {
      List<String> names =
          admin.listTopics().names().get().stream()
              .filter(name -> name.startsWith("one."))
              .toList();
      for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
        List<TopicPartition> partitions =
            topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        Set<Long> side = topic.name().startsWith("one.replay.") ? fenced : live;
        for (var producers : admin.describeProducers(partitions).all().get().values()) {
          producers.activeProducers().stream().map(ProducerState::producerId).forEach(side::add);
        }
      }
    }

    assertThat(live).isNotEmpty();
    assertThat(fenced).isNotEmpty().doesNotContainAnyElementsOf(live);
  }

  private static void send(List<String> texts) {
    int first = TEXTS.size();
    TEXTS.addAll(texts);
    News.send(replayed.cluster, TEXTS, first, MORNING);
    News.send(untouched.cluster, TEXTS, first, MORNING);
  }

  /** A person's order, at the same place of both lines. */
  private static void orderMerge(Random chance) throws Exception {
    replayed.awaitIdle();
    untouched.awaitIdle();
    List<String> stories =
        Follower.state(replayed.cluster).values().stream()
            .map(state -> state.substring(0, state.indexOf(' ')))
            .distinct()
            .toList();
    Action.Target both =
        new Action.Target(
            null, null, one(stories, chance), one(stories, chance), null, null, null, null);
    Instant at = MORNING.plusSeconds(TEXTS.size());
    Action merge =
        new Action(
            "order-" + TEXTS.size(), Action.Kind.MERGE, at, "ann", both, List.of(), null, null);
    Orders.give(replayed.cluster, merge);
    Orders.give(untouched.cluster, merge);
    replayed.awaitIdle();
    untouched.awaitIdle();
  }

  private static String one(List<String> of, Random chance) {
    return of.get(chance.nextInt(of.size()));
  }

  private static SluglineConfig settings(Random chance) {
    return Joining.at(replayed.config, .3 + chance.nextDouble() * .6);
  }

  private static Replay planned(Random chance) throws Exception {
    Planner planner = new Planner(replayed.cluster, replayed.config.enrich().stories().window());
    int start = chance.nextInt(TEXTS.size());
    Instant from = chance.nextBoolean() ? Instant.EPOCH : MORNING.plusSeconds(start);
    Instant to = MORNING.plusSeconds(start + 1 + chance.nextInt(TEXTS.size()));
    String source = chance.nextInt(4) == 0 ? "test" : null;
    Replay.Range range = planner.range(from, to, source, null, null);
    return planner.plan("r" + TEXTS.size(), "ann", "a test", range, Instant.now());
  }

  /** Until it is done, or until a moment that nobody knows. */
  private static Replay run(SluglineConfig config, Replay replay, Random chance) throws Exception {
    Stopping stopping = Stopping.whenAsked();
    if (chance.nextBoolean()) {
      CompletableFuture.delayedExecutor(chance.nextInt(3000), TimeUnit.MILLISECONDS)
          .execute(stopping::ask);
    }
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Screen screen = new Screen(nowhere, nowhere, false);
    return new ReplayRun(
            config,
            () -> enricher,
            Files.createTempDirectory(folder, "state"),
            Clock.systemUTC(),
            screen,
            stopping,
            chance.nextInt(100))
        .run(replay);
  }
}
