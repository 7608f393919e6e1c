package io.slugline.enrich;

import io.slugline.contract.RawArticle;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** The step that does the heavy work, article by article, and the only one that may fail on one. */
final class Tagging extends ContextualFixedKeyProcessor<String, RawArticle, Tagged> {
  private final Enricher enricher;
  private final EnrichMetrics metrics;

  @SuppressWarnings("NullAway.Init")
  private LearnedLines learned;

  Tagging(Enricher enricher, EnrichMetrics metrics) {
    this.enricher = enricher;
    this.metrics = metrics;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Tagged> context) {
    super.init(context);
    learned = new LearnedLines(context.getStateStore(LearnedLines.STORE));
  }

  @Override
  public void process(FixedKeyRecord<String, RawArticle> record) {
    context().forward(record.withValue(tag(record.value(), record.headers())));
  }

  private Tagged tag(RawArticle raw, Headers headers) {
    long start = System.nanoTime();
    try {
      Tagged tagged = enricher.enrich(raw, learned.of(raw, headers));
      metrics.tagged(Duration.ofNanos(System.nanoTime() - start));
      return tagged;
    } catch (RuntimeException e) {
      metrics.dead();
      throw e;
    }
  }
}
