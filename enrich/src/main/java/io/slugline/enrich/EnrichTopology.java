package io.slugline.enrich;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Encoded;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Repeat;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.enrich.story.Glimpse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The flow of enrich: clean and tag each article by itself, then place it by language. */
final class EnrichTopology {
  static final String LEARNED = "source-lines";

  private final Cluster cluster;
  private final EnrichConfig config;
  private final Succession succession;
  private final Enricher enricher;
  private final EnrichMetrics metrics;

  EnrichTopology(
      Cluster cluster,
      EnrichConfig config,
      Succession succession,
      Enricher enricher,
      EnrichMetrics metrics) {
    this.cluster = cluster;
    this.config = config;
    this.succession = succession;
    this.enricher = enricher;
    this.metrics = metrics;
  }

  Topology build(Properties streams) {
    StreamsBuilder builder = new StreamsBuilder();
    learnedLines(builder);
    KStream<String, Outcome> placed =
        read(builder)
            .process(PromptCommit::new, Named.as("commit-fresh"))
            .processValues(() -> new Tagging(enricher, metrics), Named.as("tag"))
            .selectKey((id, article) -> article.language(), Named.as("key-by-language"))
            .repartition(byLanguage())
            .mapValues((TaggedArticle article) -> Turn.of(article), Named.as("article"))
            .merge(orders(builder), Named.as("with-orders"))
            .process(PromptCommit::new, Named.as("commit-fresh-tagged"))
            .process(
                Placing.supplier(config.stories(), rawRetention(), succession, metrics),
                Named.as("place"));
    placed
        .filter(Outcome::isArticle, Named.as("is-article"))
        .map(EnrichTopology::article, Named.as("take-article"))
        .to(
            cluster.nameOf(Topics.ARTICLES_ENCODED),
            written(Topics.ARTICLES_ENCODED, "write-enriched"));
    placed
        .filter(Outcome::isRepeat, Named.as("is-repeat"))
        .mapValues(EnrichTopology::repeat, Named.as("take-repeat"))
        .to(
            cluster.nameOf(Topics.ARTICLES_REPEATED),
            written(Topics.ARTICLES_REPEATED, "write-repeated"));
    placed
        .flatMap(EnrichTopology::byStory, Named.as("take-changes"))
        .to(cluster.nameOf(Topics.STORIES), written(Topics.STORIES, "write-stories"));
    links(placed).to(cluster.nameOf(Topics.STORIES), written(Topics.STORIES, "write-links"));
    return builder.build(streams);
  }

  private KStream<String, RawArticle> read(StreamsBuilder builder) {
    return builder.stream(
        cluster.nameOf(Topics.ARTICLES_RAW),
        Consumed.with(Topics.ARTICLES_RAW.keySerde(), Topics.ARTICLES_RAW.valueSerde())
            .withName("read-raw"));
  }

  /** Which language an order is about is not said: the task that holds the story obeys. */
  private KStream<String, Turn> orders(StreamsBuilder builder) {
    return builder.stream(
            cluster.nameOf(Topics.ACTIONS),
            Consumed.with(Topics.ACTIONS.keySerde(), Topics.ACTIONS.valueSerde())
                .withName("read-actions"))
        .filter(Turn::isOurs, Named.as("is-order"))
        .repartition(
            Repartitioned.with(Topics.ACTIONS.keySerde(), Topics.ACTIONS.valueSerde())
                .withName("orders")
                .withNumberOfPartitions(config.languagePartitions())
                .withStreamPartitioner(EnrichTopology::all))
        .mapValues((Action order) -> Turn.of(order), Named.as("order"));
  }

  private KStream<String, StoryChange> links(KStream<String, Outcome> placed) {
    return placed
        .filter(Outcome::isTelling, Named.as("is-telling"))
        .map(EnrichTopology::glimpse, Named.as("take-glimpse"))
        .repartition(
            Repartitioned.with(Serdes.String(), Json.serde(Glimpse.class))
                .withName("glimpses")
                .withNumberOfPartitions(1))
        .process(Linking.supplier(metrics), Named.as("link"));
  }

  private static KeyValue<String, Glimpse> glimpse(String id, Outcome outcome) {
    Glimpse glimpse = Objects.requireNonNull(outcome.glimpse());
    return KeyValue.pair(glimpse.story(), glimpse);
  }

  private static Optional<Set<Integer>> all(String topic, String id, Action order, int partitions) {
    return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  private void learnedLines(StreamsBuilder builder) {
    builder.globalTable(
        cluster.nameOf(Topics.SOURCES),
        Consumed.with(Topics.SOURCES.keySerde(), Topics.SOURCES.valueSerde())
            .withName("read-sources"),
        Materialized.as(LEARNED));
  }

  private Repartitioned<String, TaggedArticle> byLanguage() {
    return Repartitioned.with(Serdes.String(), new TaggedArticleSerde())
        .withName("by-language")
        .withNumberOfPartitions(config.languagePartitions());
  }

  private static KeyValue<String, Encoded> article(String id, Outcome outcome) {
    Encoded article = Objects.requireNonNull(outcome.article());
    return KeyValue.pair(article.key(), article);
  }

  private static Repeat repeat(Outcome outcome) {
    return Objects.requireNonNull(outcome.repeat());
  }

  private static Iterable<KeyValue<String, StoryChange>> byStory(String id, Outcome outcome) {
    return outcome.changes().stream().map(change -> KeyValue.pair(change.key(), change)).toList();
  }

  private static Duration rawRetention() {
    return Topics.ARTICLES_RAW.retention();
  }

  private static <V> Produced<String, V> written(Topic<V> topic, String name) {
    return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
  }
}
