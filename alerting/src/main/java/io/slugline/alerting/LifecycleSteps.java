package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Pace;
import io.slugline.alerting.lifecycle.Rhythm;
import io.slugline.alerting.lifecycle.StoryAlerts;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import io.slugline.contract.Topics;
import io.slugline.contract.read.Front;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The lifecycle as a step of the flow, with the stores that it owns. */
final class LifecycleSteps implements ProcessorSupplier<String, Turn, String, Alert> {
  static final String STORIES = "story-alerts";
  static final String SILENCES = "silences";
  static final String PACES = "watch-paces";
  static final String RHYTHMS = "source-rhythms";
  static final String DUE = "due-numbers";
  static final String WAITING = "waiting-turns";

  // One builder for all tasks: Kafka Streams refuses a second builder of the same name.
  private final StoreBuilder<KeyValueStore<String, StoryAlerts>> stories =
      Stores.keyValueStoreBuilder(
          Stores.persistentKeyValueStore(STORIES), Serdes.String(), Json.serde(StoryAlerts.class));
  private final StoreBuilder<KeyValueStore<String, Action>> silences =
      Stores.keyValueStoreBuilder(
          Stores.inMemoryKeyValueStore(SILENCES), Serdes.String(), Topics.ACTIONS.valueSerde());

  private final StoreBuilder<KeyValueStore<String, Pace>> paces =
      Stores.keyValueStoreBuilder(
          Stores.persistentKeyValueStore(PACES), Serdes.String(), Json.serde(Pace.class));
  private final StoreBuilder<KeyValueStore<String, Rhythm>> rhythms =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(RHYTHMS), Serdes.String(), Json.serde(Rhythm.class))
          .withCachingEnabled();
  // Changed with each turn, and written once a commit as long as the cache has room.
  private final StoreBuilder<KeyValueStore<String, Long>> due =
      Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(DUE), Serdes.String(), Serdes.Long())
          .withCachingEnabled();
  // Most wait for less than a commit: of those only that they are gone is written.
  private final StoreBuilder<KeyValueStore<String, Turn>> waiting =
      Stores.keyValueStoreBuilder(
              Stores.persistentKeyValueStore(WAITING), Serdes.String(), Json.serde(Turn.class))
          .withCachingEnabled();

  private final Duration quietAfter;
  private final AlertCounters counters;
  private final Front front;

  LifecycleSteps(Duration quietAfter, AlertCounters counters, Front front) {
    this.quietAfter = quietAfter;
    this.counters = counters;
    this.front = front;
  }

  @Override
  public Processor<String, Turn, String, Alert> get() {
    return new LifecycleProcessor(quietAfter, counters, front);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(stories, silences, paces, rhythms, due, waiting);
  }
}
