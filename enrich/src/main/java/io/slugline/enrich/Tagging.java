package io.slugline.enrich;

import io.slugline.contract.RawArticle;
import io.slugline.contract.SourceLines;
import io.slugline.contract.Trace;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

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
    // Left there when it fails: the line that tells of the dead letter is written after.
    MDC.put("article", record.key());
    context().forward(record.withValue(tag(record.value(), record.headers())));
    MDC.remove("article");
  }

  private @Nullable SourceLines learned(String source) {
    ReadOnlyKeyValueStore<String, ValueAndTimestamp<SourceLines>> learned =
        context().getStateStore(EnrichTopology.LEARNED);
    return ValueAndTimestamp.getValueOrNull(learned.get(source));
  }

  private TaggedArticle tag(RawArticle raw, Headers headers) {
    long start = System.nanoTime();
    try {
      TaggedArticle tagged = enricher.enrich(raw, this::learned);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      metrics.tagged(took);
      Trace.of(headers).ifPresent(trace -> trace.did("tag", took, Map.of("article", tagged.id())));
      return tagged;
    } catch (RuntimeException e) {
      metrics.dead();
      throw e;
    }
  }
}
