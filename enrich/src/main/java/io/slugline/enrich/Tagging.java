package io.slugline.enrich;

import io.slugline.contract.RawArticle;
import io.slugline.contract.Trace;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.slf4j.MDC;

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
    // Left there when it fails: the line that tells of the dead letter is written after.
    MDC.put("article", record.key());
    context().forward(record.withValue(tag(record.value(), record.headers())));
    MDC.remove("article");
  }

  private Tagged tag(RawArticle raw, Headers headers) {
    long start = System.nanoTime();
    try {
      Tagged tagged = enricher.enrich(raw, learned.of(raw, headers));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      metrics.tagged(took);
      Trace.of(headers)
          .ifPresent(trace -> trace.did("tag", took, Map.of("article", tagged.article().id())));
      return tagged;
    } catch (RuntimeException e) {
      metrics.dead();
      throw e;
    }
  }
}
