package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.Cut;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Repeat;
import io.slugline.contract.Replay;
import io.slugline.contract.SourceLines;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source repeats: learned, published in versions, used, and used again by a replay. */
class LearnedLinesTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
  private static final String TIP = "Ring the harbour desk on extension nine";
  private static final List<String> PLACES =
      List.of("Oslo", "Lagos", "Quito", "Hanoi", "Perth", "Turin", "Cork", "Lima", "Kyoto", "Baku");

  private static Enricher enricher;

  @TempDir Path folder;
  private final List<TopologyTestDriver> drivers = new ArrayList<>();

  @BeforeAll
  static void load() {
    enricher = Enricher.load();
  }

  @AfterEach
  void stop() {
    drivers.forEach(TopologyTestDriver::close);
  }

  @Test
  void aRepeatedLineIsPublishedAndCutFromTheNextArticle() {
    Run live = new Run();

    for (int i = 0; i < 4; i++) live.pipe(article(i));

    assertThat(live.out(Topics.SOURCES).readKeyValuesToList())
        .extracting(version -> version.key + version.value.lines())
        .containsExactly("Quay Post/0000000001[ring the harbour desk on extension nine]");
    List<EnrichedArticle> articles = live.out(Topics.ARTICLES_ENRICHED).readValuesToList();
    assertThat(articles.get(2).body()).contains(TIP);
    assertThat(articles.get(2).versions()).doesNotContainKey("source-lines");
    assertThat(articles.get(3).body()).doesNotContain(TIP).contains("port of Hanoi");
    assertThat(articles.get(3).cuts()).extracting(Cut::rule).containsExactly("source-repeats/1");
    assertThat(articles.get(3).versions()).containsEntry("source-lines", "1");
  }

  @Test
  void aTextThatComesAgainAfterSomethingWasLearnedIsStillARepeat() {
    Run live = new Run();
    for (int i = 0; i < 4; i++) live.pipe(article(i));

    live.pipe(article(0, "again"));

    assertThat(live.out(Topics.ARTICLES_ENRICHED).readValuesToList()).hasSize(4);
    assertThat(live.out(Topics.ARTICLES_REPEATED).readValuesToList())
        .extracting(Repeat::rawId)
        .containsExactly("again-0");
  }

  @Test
  void aReplayCleansEachArticleWithTheVersionThatLiveHadAndPublishesNone() {
    Run live = new Run();
    for (int i = 0; i < PLACES.size(); i++) live.pipe(article(i));
    List<EnrichedArticle> lived = live.out(Topics.ARTICLES_ENRICHED).readValuesToList();
    Run replay = new Run();
    live.out(Topics.SOURCES).readValuesToList().forEach(replay::know);

    for (int i = 0; i < PLACES.size(); i++) replay.pipe(article(i), recorded(lived.get(i)));

    assertThat(replay.out(Topics.ARTICLES_ENRICHED).readValuesToList()).isEqualTo(lived);
    assertThat(lived)
        .extracting(article -> article.versions().get(EnrichedArticle.LINES))
        .contains(null, "1");
    assertThat(replay.out(Topics.SOURCES).isEmpty()).isTrue();
  }

  @Test
  void inAReplayAnArticleThatLeftNoRecordTakesWhatWasKnownAtItsArrival() {
    Run replay = new Run();
    replay.know(version(1, MORNING.minusSeconds(60), "an old line"));
    replay.know(version(2, MORNING.minusSeconds(1), "ring the harbour desk on extension nine"));
    replay.know(version(3, MORNING.plusSeconds(60), "a later line"));

    replay.pipe(article(0), marked());

    EnrichedArticle article = replay.out(Topics.ARTICLES_ENRICHED).readValue();
    assertThat(article.versions()).containsEntry("source-lines", "2");
    assertThat(article.body()).doesNotContain(TIP);
  }

  @Test
  void aVersionThatNoReplayCanAskForAnyMoreIsTakenAway() {
    Run live = new Run();
    live.know(version(1, MORNING.minus(Duration.ofDays(70)), "an old line"));
    live.know(version(2, MORNING.minus(Duration.ofDays(40)), "another"));
    live.know(version(3, MORNING.minus(Duration.ofDays(20)), "a third"));

    for (int i = 0; i < 3; i++) live.pipe(article(i));

    Map<String, SourceLines> published = live.out(Topics.SOURCES).readKeyValuesToMap();
    assertThat(published).containsOnlyKeys("Quay Post/0000000001", "Quay Post/0000000004");
    assertThat(published.get("Quay Post/0000000001")).isNull();
  }

  private static SourceLines version(int version, Instant learnedAt, String line) {
    return new SourceLines("Quay Post", version, 9, List.of(line), learnedAt);
  }

  private static Headers marked() {
    return new RecordHeaders().add(Replay.MARK, bytes("r1"));
  }

  private static Headers recorded(EnrichedArticle live) {
    return marked()
        .add(Replay.SEQUENCE, bytes(String.valueOf(live.sequence())))
        .add(Replay.LINES, bytes(live.versions().getOrDefault(EnrichedArticle.LINES, "0")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RawArticle article(int number) {
    return article(number, "raw");
  }

  /** Three sentences of its own, a line of its source's. */
  private static RawArticle article(int number, String id) {
    String place = PLACES.get(number);
    String text =
        "Dockers in %s put down their tools on day %d of a quarrel over night shifts there.\n\n"
            + "The port of %s handles %d ships a month, its director told a reporter.\n\n%s\n\n"
            + "No talks are planned in %s before the %dth, both sides said in the evening.";
    String json =
        "{\"source\":\"Quay Post\",\"title\":\"Dockers of %s strike\",\"text\":\"%s\"}"
            .formatted(
                place,
                text.formatted(place, number, place, 40 + number, TIP, place, 9 + number)
                    .replace("\n", "\\n"));
    return new RawArticle(
        id + "-" + number,
        bytes(json),
        "application/json",
        null,
        "UTF-8",
        "test",
        id + ".json",
        MORNING.plusSeconds(number),
        false,
        Map.of());
  }

  /** One topology with all that it reads and writes. */
  private final class Run {
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, RawArticle> raw;
    private final TestInputTopic<String, SourceLines> sources;

    Run() {
      Cluster cluster = new Cluster("nowhere:9092", "", Map.of());
      EnrichConfig config = EnrichConfig.standard();
      Path stores = folder.resolve("" + drivers.size());
      Properties properties = EnrichApp.properties(cluster, config, stores);
      EnrichMetrics metrics = new EnrichMetrics(new SimpleMeterRegistry());
      EnrichTopology topology =
          new EnrichTopology(cluster, config, Succession.NONE, enricher, metrics);
      driver = new TopologyTestDriver(topology.build(properties), properties, MORNING);
      drivers.add(driver);
      raw = in(Topics.ARTICLES_RAW);
      sources = in(Topics.SOURCES);
    }

    void know(SourceLines version) {
      sources.pipeInput(version.key(), version);
    }

    void pipe(RawArticle article) {
      pipe(article, new RecordHeaders());
    }

    void pipe(RawArticle article, Headers headers) {
      raw.pipeInput(new TestRecord<>(article.id(), article, headers, article.arrivedAt()));
    }

    <V> TestOutputTopic<String, V> out(Topic<V> topic) {
      return driver.createOutputTopic(
          topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    }

    private <V> TestInputTopic<String, V> in(Topic<V> topic) {
      return driver.createInputTopic(
          topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }
  }
}
