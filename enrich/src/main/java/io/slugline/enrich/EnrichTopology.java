package io.slugline.enrich;

import io.slugline.contract.Cluster;
import io.slugline.contract.RawArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.Properties;
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
  private final Enricher enricher;
  private final EnrichMetrics metrics;

  EnrichTopology(Cluster cluster, EnrichConfig config, Enricher enricher, EnrichMetrics metrics) {
    this.cluster = cluster;
    this.config = config;
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
            .process(PromptCommit::new, Named.as("commit-fresh-tagged"))
            .process(
                Placing.supplier(config.stories(), rawRetention(), metrics), Named.as("place"));
    placed
        .mapValues(Outcome::article, Named.as("take-article"))
        .to(
            cluster.nameOf(Topics.ARTICLES_ENCODED),
            written(Topics.ARTICLES_ENCODED, "write-enriched"));
    placed
        .flatMap(EnrichTopology::byStory, Named.as("take-changes"))
        .to(cluster.nameOf(Topics.STORIES), written(Topics.STORIES, "write-stories"));
    return builder.build(streams);
  }

  private KStream<String, RawArticle> read(StreamsBuilder builder) {
    return builder.stream(
        cluster.nameOf(Topics.ARTICLES_RAW),
        Consumed.with(Topics.ARTICLES_RAW.keySerde(), Topics.ARTICLES_RAW.valueSerde())
            .withName("read-raw"));
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

  private static Iterable<KeyValue<String, StoryChange>> byStory(String story, Outcome outcome) {
    return outcome.changes().stream().map(change -> KeyValue.pair(change.story(), change)).toList();
  }

  private static Duration rawRetention() {
    return Topics.ARTICLES_RAW.retention();
  }

  private static <V> Produced<String, V> written(Topic<V> topic, String name) {
    return Produced.with(topic.keySerde(), topic.valueSerde()).withName(name);
  }
}
