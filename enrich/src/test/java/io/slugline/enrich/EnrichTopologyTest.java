package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
  private static final String FERRY =
      "A ferry with 212 passengers ran aground off the island of Gotland on Monday morning. "
          + "Nobody was hurt, the Swedish coast guard said, and tugs are on their way from Visby.";
  private static final String FERRY_LATER =
      FERRY + " By noon all of the passengers had been taken ashore in lifeboats.";
  private static final String STRIKE =
      "Bus drivers in Lisbon walked out on Tuesday in a dispute over night shifts. The union said "
          + "nine drivers in ten had joined, and that the strike would last until the weekend.";
  private static final String GERMAN =
      "Der Hafenmeister sagte am Montag, dass zwei Frachter vom Hafen abgewiesen worden seien. "
          + "Die Schiffe liegen nun auf Reede und warten auf eine neue Anweisung der Behörde.";

  private static final String PORT =
      "Two freighters from Chongjin reached Vladivostok on Monday, the port authority said. "
          + "Kim Jong Un had spoken of the trade between North Korea and Russia with Vladimir Putin.";
  private static final String PORT_GERMAN =
      "Zwei Frachter aus Chongjin sind am Montag in Vladivostok angekommen, wie die Behörde des "
          + "Hafens sagte. Kim Jong Un hatte mit Vladimir Putin schon vorher über den Handel gesprochen.";

  private static Enricher enricher;

  @TempDir Path stateDir;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private TopologyTestDriver driver;
  private TestInputTopic<String, RawArticle> raw;
  private TestOutputTopic<String, EnrichedArticle> enriched;

  @BeforeAll
  static void load() {
    enricher = Enricher.load();
  }

  @BeforeEach
  void start() {
    Cluster cluster = new Cluster("nowhere:9092", "", Map.of());
    EnrichConfig config = EnrichConfig.standard();
    Properties properties = EnrichApp.properties(cluster, config, stateDir);
    EnrichTopology topology =
        new EnrichTopology(cluster, config, Succession.NONE, enricher, new EnrichMetrics(registry));
    driver = new TopologyTestDriver(topology.build(properties), properties, MORNING);
    Topic<RawArticle> in = Topics.ARTICLES_RAW;
    Topic<EnrichedArticle> out = Topics.ARTICLES_ENRICHED;
    raw =
        driver.createInputTopic(
            in.name(), in.keySerde().serializer(), in.valueSerde().serializer());
    enriched =
        driver.createOutputTopic(
            out.name(), out.keySerde().deserializer(), out.valueSerde().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void anArticleComesOutWithItsTextStoryAndPlaceInTheOrder() {
    pipe("f-0", "text/plain", FERRY);

    EnrichedArticle article = enriched.readValue();
    assertThat(article.body()).isEqualTo(FERRY);
    assertThat(article.language()).isEqualTo("eng");
    assertThat(article.revision()).isEqualTo(1);
    assertThat(article.sequence()).isEqualTo(1);
    assertThat(article.rawId()).isEqualTo("f-0");
    assertThat(article.story().articles()).containsExactly(article.id());
    assertThat(article.sentences()).hasSize(2);
    assertThat(article.keywords()).isNotEmpty();
    assertThat(article.versions()).containsKeys("text", "language", "gazetteer", "features");
  }

  @Test
  void theRecordHasTheFieldsOfItsPublishedShapeAndNoOthersEachOnce() throws IOException {
    pipe("f-0", "text/plain", FERRY);

    TestOutputTopic<String, byte[]> bytes =
        driver.createOutputTopic(
            Topics.ARTICLES_ENRICHED.name(), new StringDeserializer(), new ByteArrayDeserializer());
    Set<String> published =
        Arrays.stream(EnrichedArticle.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    List<String> written = new ArrayList<>();
    Json.mapper()
        .readerFor(JsonNode.class)
        .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .<JsonNode>readValue(bytes.readValue())
        .fieldNames()
        .forEachRemaining(written::add);
    assertThat(published).containsAll(written);
    assertThat(written).contains("id", "body", "revision", "story", "grouping", "sequence");
  }

  @Test
  void theKeyIsTheStory() {
    pipe("f-0", "text/plain", FERRY);

    var record = enriched.readKeyValue();
    assertThat(record.key).isEqualTo(record.value.story().id());
  }

  @Test
  void theSameTextAgainIsARepeatAndComesOutOnce() {
    pipe("f-0", "text/plain", FERRY);
    pipe("g-0", "text/plain", FERRY);

    assertThat(enriched.readValuesToList()).hasSize(1);
    assertThat(count("repeat")).isEqualTo(1);
  }

  @Test
  void aChangedTextAtTheSameAddressIsARevisionInTheSameStory() {
    pipe("f-0", "application/json", json("https://news.example/ferry", FERRY));
    pipe("g-0", "application/json", json("https://news.example/ferry", FERRY_LATER));

    EnrichedArticle first = enriched.readValue();
    EnrichedArticle second = enriched.readValue();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.story().id()).isEqualTo(first.story().id());
    assertThat(second.story().articleCount()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadBecomesADeadLetterAndTheNextArticleGoesOn() {
    pipe("bad-0", "application/json", "{\"title\":");
    pipe("f-0", "text/plain", FERRY);

    var letters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new StringDeserializer(), new ByteArrayDeserializer());
    var letter = letters.readRecord();
    assertThat(letter.key()).isEqualTo("bad-0");
    assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"title\":");
    assertThat(
            new String(
                letter.headers().lastHeader("__streams.errors.topic").value(),
                StandardCharsets.UTF_8))
        .isEqualTo("articles.raw");
    assertThat(enriched.readValuesToList()).hasSize(1);
  }

  @Test
  void eachLanguageHasAnOrderOfItsOwn() {
    pipe("f-0", "text/plain", FERRY);
    pipe("d-0", "text/plain", GERMAN);
    pipe("s-0", "text/plain", STRIKE);

    var articles = enriched.readValuesToList();
    assertThat(articles)
        .extracting(article -> article.language() + article.sequence())
        .containsExactly("eng1", "deu1", "eng2");
    assertThat(articles)
        .extracting(EnrichedArticle::tagging)
        .containsExactly("full", "gazetteer", "full");
  }

  @Test
  void aStoryThatAnotherLanguageHasIsLinkedWithIt() {
    TestOutputTopic<String, StoryChange> stories =
        driver.createOutputTopic(
            Topics.STORIES.name(),
            Topics.STORIES.keySerde().deserializer(),
            Topics.STORIES.valueSerde().deserializer());
    pipe("s-0", "text/plain", STRIKE);
    pipe("p-0", "text/plain", PORT, MORNING);
    pipe("p-1", "text/plain", PORT_GERMAN, MORNING.plusSeconds(3_600));

    List<EnrichedArticle> articles = enriched.readValuesToList();
    StoryChange link = stories.readValue();
    assertThat(link.kind()).isEqualTo(StoryChange.Kind.LINKED);
    assertThat(link.language()).isEqualTo("deu");
    assertThat(link.story()).isEqualTo(articles.get(2).story().id());
    assertThat(link.others()).containsExactly(articles.get(1).story().id());
    assertThat(stories.isEmpty()).isTrue();
    assertThat(registry.counter("slugline.enrich.stories.linked").count()).isEqualTo(1);
  }

  @Test
  void whatWasReadIsEnrichedRepeatedOrDead() {
    pipe("f-0", "text/plain", FERRY);
    pipe("g-0", "text/plain", FERRY);
    pipe("bad-0", "application/json", "{}");
    pipe("s-0", "text/plain", STRIKE);

    double read = registry.counter("slugline.enrich.articles.read").count();
    assertThat(read).isEqualTo(4);
    assertThat(count("enriched") + count("repeat") + count("dead-letter")).isEqualTo(read);
  }

  private double count(String outcome) {
    return registry.counter("slugline.enrich.articles", "outcome", outcome).count();
  }

  private static String json(String url, String text) {
    return "{\"url\":\""
        + url
        + "\",\"source\":\"example\",\"title\":\"Ferry aground\",\"text\":\""
        + text
        + "\"}";
  }

  private void pipe(String id, String mediaType, String text) {
    pipe(id, mediaType, text, MORNING);
  }

  private void pipe(String id, String mediaType, String text, Instant at) {
    raw.pipeInput(
        id,
        new RawArticle(
            id,
            text.getBytes(StandardCharsets.UTF_8),
            mediaType,
            null,
            "UTF-8",
            "test",
            id + ".txt",
            at,
            false,
            Map.of()),
        at);
  }
}
