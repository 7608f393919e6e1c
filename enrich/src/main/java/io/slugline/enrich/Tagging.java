package io.slugline.enrich;

import io.slugline.contract.RawArticle;
import io.slugline.contract.SourceLines;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** The step that does the heavy work, article by article, and the only one that may fail on one. */
final class Tagging extends ContextualFixedKeyProcessor<String, RawArticle, TaggedArticle> {
  private final Enricher enricher;
  private final EnrichMetrics metrics;

  Tagging(Enricher enricher, EnrichMetrics metrics) {
    this.enricher = enricher;
    this.metrics = metrics;
  }

  @Override
  public void process(FixedKeyRecord<String, RawArticle> record) {
    context().forward(record.withValue(tag(record.value())));
  }

  private @Nullable SourceLines learned(String source) {
    ReadOnlyKeyValueStore<String, ValueAndTimestamp<SourceLines>> learned =
        context().getStateStore(EnrichTopology.LEARNED);
    return ValueAndTimestamp.getValueOrNull(learned.get(source));
  }

  private TaggedArticle tag(RawArticle raw) {
    long start = System.nanoTime();
    try {
      TaggedArticle tagged = enricher.enrich(raw, this::learned);
      metrics.tagged(Duration.ofNanos(System.nanoTime() - start));
      return tagged;
    } catch (RuntimeException e) {
      metrics.dead();
      throw e;
    }
  }
}
