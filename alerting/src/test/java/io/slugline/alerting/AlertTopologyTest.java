package io.slugline.alerting;

import static io.slugline.alerting.Samples.article;
import static io.slugline.alerting.Samples.minute;
import static io.slugline.alerting.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Trace;
import io.slugline.contract.Watch;
import io.slugline.contract.read.Front;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {
  @TempDir private Path stateDir;
  private final Cluster cluster = new Cluster("nowhere:9092", "news.", Map.of());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private TopologyTestDriver driver;
  private TestInputTopic<String, Watch> watches;
  private TestInputTopic<String, EnrichedArticle> articles;
  private TestInputTopic<String, StoryChange> stories;
  private TestInputTopic<String, Action> actions;
  private TestOutputTopic<String, Alert> alerts;

  @BeforeEach
  void start() {
    Clock clock = Clock.fixed(minute(10), ZoneOffset.UTC);
    AlertTopology flow =
        new AlertTopology(
            cluster,
            new Monitor(),
            Duration.ofHours(12),
            new AlertCounters(registry, clock),
            new Front());
    Properties properties = AlertApp.properties(cluster, AlertConfig.standard(), stateDir);
    // The driver forgets what was sent between two of its transactions, dead letters among it.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(flow.build(), properties);
    watches = input(Topics.WATCHES);
    articles = input(Topics.ARTICLES_ENRICHED);
    stories = input(Topics.STORIES);
    actions = input(Topics.ACTIONS);
    alerts =
        driver.createOutputTopic(
            cluster.nameOf(Topics.ALERTS),
            new StringDeserializer(),
            Topics.ALERTS.valueSerde().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aMatchOpensAnAlertThatPagesAndALaterArticleOfTheStoryUpdatesIt() {
    watches.pipeInput("ships", Samples.ships());

    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));
    send(article(story("s1", List.of("a1", "a2")), 2, "The freighter left."));
    send(article(story("s1", List.of("a1", "a2", "a3")), 3, "Officials said nothing."));

    List<Alert> told = alerts.readValuesToList();
    assertThat(told)
        .extracting(Alert::change)
        .containsExactly(Alert.Change.OPENED, Alert.Change.UPDATED, Alert.Change.UPDATED);
    assertThat(told).extracting(Alert::page).containsExactly(true, false, false);
    assertThat(told).extracting(Alert::pages).containsOnly(1);
    assertThat(told).extracting(Alert::version).containsExactly(1, 2, 3);
    assertThat(told.get(2).articles()).containsExactly("a1", "a2", "a3");
    assertThat(told.get(2).outlets()).isEqualTo(3);
    assertThat(told.get(2).evidence()).hasSize(2);
  }

  @Test
  void aWatchThatIsLoadedOrRemovedWhileRunningCountsFromTheNextArticleOn() {
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));
    watches.pipeInput("ships", Samples.ships());
    send(article(story("s2", List.of("a2")), 2, "A freighter docked elsewhere."));
    watches.pipeInput("ships", (Watch) null);
    send(article(story("s3", List.of("a3")), 3, "A third freighter."));

    assertThat(alerts.readValuesToList()).extracting(Alert::story).containsExactly("s2");
  }

  @Test
  void ticksResolveAnAlertAfterItsQuietTime() {
    watches.pipeInput("ships", Samples.ships());
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));

    actions.pipeInput("tick", Samples.tick(minute(1 + 12 * 60 - 1)));
    actions.pipeInput("tick", Samples.tick(minute(1 + 12 * 60)));

    List<Alert> told = alerts.readValuesToList();
    assertThat(told)
        .extracting(Alert::state)
        .containsExactly(Alert.State.FIRING, Alert.State.RESOLVED);
    assertThat(told.get(1).page()).isFalse();
    assertThat(told.get(1).changedAt()).isEqualTo(minute(1 + 12 * 60));
  }

  @Test
  void aMergeToldByStoriesMovesTheAlertWithoutAPage() {
    watches.pipeInput("ships", Samples.ships());
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));

    stories.pipeInput(
        "s2", Samples.change(StoryChange.Kind.MERGED, "s2", List.of("s1"), List.of("a1"), 2));
    send(article(story("s2", List.of("a1", "a2"), "s1"), 3, "The freighter again."));

    List<Alert> told = alerts.readValuesToList();
    assertThat(told).extracting(Alert::alert).containsOnly(told.get(0).alert());
    assertThat(told).extracting(Alert::page).containsExactly(true, false, false);
    assertThat(told).extracting(Alert::story).containsExactly("s1", "s2", "s2");
  }

  @Test
  void aRecordThatCannotBeReadBecomesADeadLetterAndTheNextStillAlerts() {
    watches.pipeInput("ships", Samples.ships());
    TestInputTopic<String, String> broken =
        driver.createInputTopic(
            cluster.nameOf(Topics.ARTICLES_ENRICHED),
            new StringSerializer(),
            new StringSerializer());

    broken.pipeInput("s1", "{\"id\":");
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));

    var dead =
        driver.createOutputTopic(
            cluster.nameOf(Topics.DEAD_LETTERS),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    assertThat(dead.readValuesToList()).hasSize(1);
    assertThat(alerts.readValuesToList()).hasSize(1);
  }

  @Test
  void aStoryChangeThatCannotBeReadStopsNoPage() {
    watches.pipeInput("ships", Samples.ships());
    TestInputTopic<String, String> broken =
        driver.createInputTopic(
            cluster.nameOf(Topics.STORIES), new StringSerializer(), new StringSerializer());

    broken.pipeInput("s1", "{\"story\":");
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));

    assertThat(alerts.readValuesToList()).extracting(Alert::page).containsExactly(true);
  }

  @Test
  void anOrderThatCannotBeReadStopsNoPage() {
    watches.pipeInput("ships", Samples.ships());
    TestInputTopic<String, String> broken =
        driver.createInputTopic(
            cluster.nameOf(Topics.ACTIONS), new StringSerializer(), new StringSerializer());

    broken.pipeInput("ack", "{\"kind\":");
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));

    assertThat(alerts.readValuesToList()).extracting(Alert::page).containsExactly(true);
  }

  @Test
  void whatCameBeforeItsNumberWasDueIsToldInTheOrderOfTheNumbers() {
    watches.pipeInput("ships", Samples.ships());
    stories.pipeInput(
        "s2", Samples.change(StoryChange.Kind.MERGED, "s2", List.of("s1"), List.of("a1"), 3));
    send(article(story("s2", List.of("a2")), 2, "The freighter again."));
    assertThat(alerts.isEmpty()).isTrue();

    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));

    assertThat(alerts.readValuesToList())
        .extracting(Alert::change)
        .containsExactly(
            Alert.Change.OPENED, Alert.Change.OPENED, Alert.Change.MERGED, Alert.Change.MERGED);
    assertThat(count("slugline.alerting.turns", "waited")).isEqualTo(2);
  }

  @Test
  void anAlertBearsTheTraceOfItsArticleEvenWhenThatHadToWait() {
    watches.pipeInput("ships", Samples.ships());

    send(article(story("s2", List.of("a2")), 2, "A second freighter."), Trace.ofArticle("f-2"));
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."), Trace.ofArticle("f-1"));

    assertThat(alerts.readRecordsToList())
        .extracting(told -> told.value().story(), told -> Trace.of(told.headers()).orElseThrow())
        .containsExactly(tuple("s1", Trace.ofArticle("f-1")), tuple("s2", Trace.ofArticle("f-2")));
  }

  @Test
  void aNumberThatNeverComesHoldsNothingUpForLong() {
    watches.pipeInput("ships", Samples.ships());
    send(article(story("s1", List.of("a1")), 2, "A freighter docked."));
    assertThat(registry.get("slugline.alerting.turns.waiting").gauge().value()).isEqualTo(1);

    for (int look = 0; look < 10; look++) driver.advanceWallClockTime(Duration.ofMillis(500));

    assertThat(alerts.readValuesToList()).hasSize(1);
    assertThat(registry.get("slugline.alerting.turns.waiting").gauge().value()).isZero();
    assertThat(registry.get("slugline.alerting.numbers.passed.over").counter().count())
        .isEqualTo(1);
  }

  @Test
  void theSumsHold() {
    watches.pipeInput("ships", Samples.ships());
    send(article(story("s1", List.of("a1")), 1, "A freighter docked."));
    send(article(story("s1", List.of("a1", "a2")), 2, "Nothing new."));
    send(article(story("s2", List.of("b1")), 3, "Something else."));

    int told = alerts.readValuesToList().size();
    assertThat(count("slugline.alerting.articles", "matched")).isEqualTo(1);
    assertThat(count("slugline.alerting.articles", "unmatched")).isEqualTo(2);
    assertThat(
            count("slugline.alerting.changes", "page")
                + count("slugline.alerting.changes", "update"))
        .isEqualTo(told);
    assertThat(registry.get("slugline.alerting.file.seen.to.alert").timer().count()).isEqualTo(2);
  }

  private double count(String name, String outcome) {
    return registry.get(name).tag("outcome", outcome).counter().count();
  }

  private void send(EnrichedArticle article) {
    articles.pipeInput(article.story().id(), article, article.arrivedAt());
  }

  private void send(EnrichedArticle article, Trace trace) {
    RecordHeaders headers = new RecordHeaders();
    trace.to(headers);
    articles.pipeInput(
        new TestRecord<>(article.story().id(), article, headers, article.arrivedAt()));
  }

  private <V> TestInputTopic<String, V> input(Topic<V> topic) {
    return driver.createInputTopic(
        cluster.nameOf(topic), new StringSerializer(), topic.valueSerde().serializer());
  }
}
