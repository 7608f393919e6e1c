package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Touch;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.read.Front;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.MDC;

/**
 * The flow: articles are matched in parallel, then one task takes the turns of a language one after
 * the other, so that stories that merge find each other's alerts without a join.
 */
final class AlertTopology {
  private static final int LANGUAGE_TASKS = 4;
  private static final Serde<Turn> TURNS = Json.serde(Turn.class);

  private final Cluster cluster;
  private final Monitor monitor;
  private final Duration quietAfter;
  private final AlertCounters counters;
  private final Front front;

  AlertTopology(
      Cluster cluster, Monitor monitor, Duration quietAfter, AlertCounters counters, Front front) {
    this.cluster = cluster;
    this.monitor = monitor;
    this.quietAfter = quietAfter;
    this.counters = counters;
    this.front = front;
  }

  /** The topics that are read side by side: what happened together is taken together. */
  Set<String> fresh() {
    return Stream.of(Topics.ARTICLES_ENRICHED, Topics.STORIES, Topics.ACTIONS)
        .map(cluster::nameOf)
        .collect(Collectors.toSet());
  }

  Topology build() {
    StreamsBuilder flow = new StreamsBuilder();
    watches(flow);
    touches(flow)
        .merge(storyChanges(flow), Named.as("with-story-changes"))
        .merge(actions(flow), Named.as("with-actions"))
        .selectKey((key, turn) -> turn.language(), Named.as("by-language"))
        .repartition(
            Repartitioned.<String, Turn>as("turns")
                .withKeySerde(Topics.ALERTS.keySerde())
                .withValueSerde(TURNS)
                .withNumberOfPartitions(LANGUAGE_TASKS)
                .withStreamPartitioner(new ByLanguage()))
        .process(new LifecycleSteps(quietAfter, counters, front), Named.as("lifecycle"))
        .to(cluster.nameOf(Topics.ALERTS), produced(Topics.ALERTS));
    return flow.build();
  }

  /** Read to the end before the first article is matched, and followed from then on. */
  private void watches(StreamsBuilder flow) {
    flow.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("watches"),
                Topics.WATCHES.keySerde(),
                Topics.WATCHES.valueSerde())
            .withLoggingDisabled(),
        cluster.nameOf(Topics.WATCHES),
        consumed(Topics.WATCHES),
        () -> new WatchLoader(monitor));
  }

  private KStream<String, Turn> touches(StreamsBuilder flow) {
    return read(flow, Topics.ARTICLES_ENRICHED)
        .mapValues(this::match, Named.as("match"))
        .mapValues(Turn::of, Named.as("touch"));
  }

  private KStream<String, Turn> storyChanges(StreamsBuilder flow) {
    return read(flow, Topics.STORIES)
        .mapValues((StoryChange change) -> Turn.of(change), Named.as("story-change"));
  }

  private KStream<String, Turn> actions(StreamsBuilder flow) {
    return read(flow, Topics.ACTIONS)
        .mapValues((Action action) -> Turn.of(action), Named.as("action"));
  }

  private Touch match(EnrichedArticle article) {
    long start = System.nanoTime();
    // Left there when it fails: the line that tells of the dead letter is written after.
    MDC.put("article", article.id());
    try {
      Touch touch = Touch.of(article, monitor.match(article));
      counters.matched(touch);
      MDC.remove("article");
      return touch;
    } catch (RuntimeException e) {
      counters.dead();
      throw e;
    } finally {
      counters.timed(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** A tombstone has nothing to tell. */
  private <V> KStream<String, V> read(StreamsBuilder flow, Topic<V> topic) {
    String name = topic.name().replace('.', '-');
    return flow.stream(cluster.nameOf(topic), consumed(topic))
        .filter((key, record) -> record != null, Named.as(name + "-kept"));
  }

  private static <V> Consumed<String, V> consumed(Topic<V> topic) {
    return Consumed.with(topic.keySerde(), topic.valueSerde())
        .withName(topic.name().replace('.', '-'));
  }

  private static <V> Produced<String, V> produced(Topic<V> topic) {
    return Produced.with(topic.keySerde(), topic.valueSerde()).withName(topic.name());
  }
}
