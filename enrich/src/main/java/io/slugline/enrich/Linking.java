package io.slugline.enrich;

import io.slugline.contract.Json;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Glimpse;
import io.slugline.enrich.story.Links;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The step where the languages meet: links stories on one happening. One task does it for all. */
final class Linking implements Processor<String, Glimpse, String, StoryChange> {
  private static final String MEMORY = "story-glimpses";

  private final EnrichMetrics metrics;
  private final Links links = new Links();

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, StoryChange> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Glimpse> memory;

  private Linking(EnrichMetrics metrics) {
    this.metrics = metrics;
  }

  /** The step with the store that it owns. */
  static ProcessorSupplier<String, Glimpse, String, StoryChange> supplier(EnrichMetrics metrics) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Glimpse, String, StoryChange> get() {
        return new Linking(metrics);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MEMORY),
                Serdes.String(),
                Json.serde(Glimpse.class)));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, StoryChange> context) {
    this.context = context;
    this.memory = context.getStateStore(MEMORY);
    try (KeyValueIterator<String, Glimpse> all = memory.all()) {
      all.forEachRemaining(entry -> links.restore(entry.value));
    }
  }

  @Override
  public void process(Record<String, Glimpse> record) {
    Glimpse glimpse = record.value();
    links.outdated(glimpse.at()).forEach(old -> memory.delete(key(old)));
    for (Links.Link link : links.take(glimpse)) {
      StoryChange change = change(link);
      metrics.linked();
      context.forward(record.withKey(change.key()).withValue(change));
    }
    memory.put(key(glimpse), glimpse);
  }

  private static String key(Glimpse glimpse) {
    return glimpse.language() + "/" + glimpse.story();
  }

  private static StoryChange change(Links.Link link) {
    String reason =
        String.format(
            Locale.ROOT,
            "the same happening in %s: %s named by both, likeness %.2f",
            link.first().language(),
            String.join(", ", link.shared()),
            link.likeness());
    return new StoryChange(
        link.later().story(),
        StoryChange.Kind.LINKED,
        List.of(link.first().story()),
        List.of(),
        reason,
        null,
        link.later().at(),
        link.later().language(),
        0,
        null,
        null);
  }
}
