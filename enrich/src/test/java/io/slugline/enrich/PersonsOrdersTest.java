package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Repeat;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person orders reaches the stories, whatever language they are in. */
class PersonsOrdersTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
  private static final String FERRY =
      "A ferry with 212 passengers ran aground off the island of Gotland on Monday morning. "
          + "Nobody was hurt, the Swedish coast guard said, and tugs are on their way from Visby.";
  private static final String FERRY_LATER =
      "The ferry that ran aground off Gotland on Monday morning was freed by two tugs from Visby. "
          + "All 212 passengers are safe, the Swedish coast guard said, and nobody was hurt.";
  private static final String STRIKE =
      "Bus drivers in Lisbon walked out on Tuesday in a dispute over night shifts. The union said "
          + "nine drivers in ten had joined, and that the strike would last until the weekend.";
  private static final Enricher ENRICHER = Enricher.load();

  @TempDir private Path stateDir;
  private TopologyTestDriver driver;
  private TestInputTopic<String, RawArticle> raw;
  private TestInputTopic<String, Action> actions;
  private TestOutputTopic<String, EnrichedArticle> enriched;
  private TestOutputTopic<String, StoryChange> stories;
  private TestOutputTopic<String, Repeat> repeated;

  @BeforeEach
  void start() {
    Cluster cluster = new Cluster("nowhere:9092", "", Map.of());
    EnrichConfig config = EnrichConfig.standard();
    Properties properties = EnrichApp.properties(cluster, config, stateDir);
    EnrichTopology topology =
        new EnrichTopology(
            cluster,
            config,
            Succession.NONE,
            ENRICHER,
            new EnrichMetrics(new SimpleMeterRegistry()));
    driver = new TopologyTestDriver(topology.build(properties), properties, MORNING);
    raw = in(Topics.ARTICLES_RAW);
    actions = in(Topics.ACTIONS);
    enriched = out(Topics.ARTICLES_ENRICHED);
    stories = out(Topics.STORIES);
    repeated = out(Topics.ARTICLES_REPEATED);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void storiesThatAPersonMergedAreOneForTheNextArticle() {
    EnrichedArticle ferry = article("f-0", FERRY);
    EnrichedArticle strike = article("s-0", STRIKE);
    assertThat(strike.story().id()).isNotEqualTo(ferry.story().id());

    order(Action.Kind.MERGE, ferry.story().id(), strike.story().id(), null, List.of());

    StoryChange merged = stories.readValue();
    assertThat(merged.kind()).isEqualTo(StoryChange.Kind.MERGED);
    assertThat(merged.story()).isEqualTo(ferry.story().id());
    assertThat(merged.by()).isEqualTo("ann");
    assertThat(merged.sequence()).isEqualTo(3);
    EnrichedArticle later = article("g-0", FERRY_LATER);
    assertThat(later.story().articles()).containsExactly(ferry.id(), strike.id(), later.id());
    assertThat(later.sequence()).isEqualTo(4);
  }

  @Test
  void articlesThatAPersonSplitOffStayApart() {
    EnrichedArticle ferry = article("f-0", FERRY);
    EnrichedArticle later = article("g-0", FERRY_LATER);
    assertThat(later.story().id()).isEqualTo(ferry.story().id());

    order(Action.Kind.SPLIT, ferry.story().id(), null, null, List.of(later.id()));

    StoryChange split = stories.readValue();
    assertThat(split.kind()).isEqualTo(StoryChange.Kind.SPLIT);
    assertThat(split.others()).containsExactly(ferry.story().id());
    assertThat(split.articles()).containsExactly(later.id());
    assertThat(split.by()).isEqualTo("ann");
    assertThat(stories.isEmpty()).isTrue();
  }

  @Test
  void ofAnErasedArticleNothingIsLeftInTheStoryAndWhenItComesAgainItIsNew() {
    EnrichedArticle ferry = article("f-0", FERRY);
    article("g-0", FERRY_LATER);

    order(Action.Kind.FORGET, null, null, ferry.id(), List.of());
    EnrichedArticle again = article("h-0", FERRY);

    assertThat(again.id()).isEqualTo(ferry.id());
    assertThat(again.revision()).isEqualTo(1);
    assertThat(again.story().articleCount()).isEqualTo(2);
    assertThat(repeated.isEmpty()).isTrue();
  }

  @Test
  void aStoryWhoseOnlyArticleIsErasedCloses() {
    EnrichedArticle ferry = article("f-0", FERRY);

    order(Action.Kind.FORGET, null, null, ferry.id(), List.of());

    assertThat(stories.readValue().kind()).isEqualTo(StoryChange.Kind.CLOSED);
  }

  @Test
  void aRepeatIsToldOnATopicOfItsOwn() {
    EnrichedArticle ferry = article("f-0", FERRY);
    pipe("g-0", FERRY);

    var repeat = repeated.readKeyValue();
    assertThat(repeat.key).isEqualTo(ferry.id());
    assertThat(repeat.value).isEqualTo(new Repeat("g-0", ferry.id(), 1, MORNING, null));
  }

  @Test
  void anOrderAboutWhatNobodyKnowsChangesNothing() {
    article("f-0", FERRY);

    order(Action.Kind.MERGE, "s1", "s2", null, List.of());
    order(Action.Kind.FORGET, null, null, "a1", List.of());

    assertThat(stories.isEmpty()).isTrue();
    assertThat(article("s-0", STRIKE).sequence()).isEqualTo(2);
  }

  private EnrichedArticle article(String id, String text) {
    pipe(id, text);
    return enriched.readValue();
  }

  private void order(
      Action.Kind kind,
      @Nullable String story,
      @Nullable String other,
      @Nullable String article,
      List<String> articles) {
    Action.Target target = new Action.Target(null, null, story, other, article, null, null, null);
    Action order =
        new Action("order", kind, MORNING.plusSeconds(60), "ann", target, articles, null, null);
    actions.pipeInput(order.id(), order, order.at());
  }

  private void pipe(String id, String text) {
    RawArticle article =
        new RawArticle(
            id,
            text.getBytes(StandardCharsets.UTF_8),
            "text/plain",
            null,
            "UTF-8",
            "test",
            id + ".txt",
            MORNING,
            false,
            Map.of());
    raw.pipeInput(id, article, MORNING);
  }

  private <V> TestInputTopic<String, V> in(Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
  }

  private <V> TestOutputTopic<String, V> out(Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
  }
}
