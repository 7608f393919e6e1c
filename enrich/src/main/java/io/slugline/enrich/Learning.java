package io.slugline.enrich;

import io.slugline.contract.Replay;
import io.slugline.contract.SourceLines;
import io.slugline.contract.Topics;
import io.slugline.enrich.text.LineMemory;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The step that learns what each source repeats, and lets go of versions that no replay can ask for
 * any more. A replay learns too, so that whoever goes on from its stores knows as much, but what it
 * is cleaned with was settled in live: it publishes nothing.
 */
final class Learning extends ContextualProcessor<String, Lesson, String, @Nullable SourceLines> {
  static final String MEMORY = "line-memory";
  private static final Duration KEPT = Topics.ARTICLES_RAW.retention();

  private final EnrichMetrics metrics;

  @SuppressWarnings("NullAway.Init")
  private LearnedLines published;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, byte[]> memory;

  private Learning(EnrichMetrics metrics) {
    this.metrics = metrics;
  }

  /** The step with the store that it owns. */
  static ProcessorSupplier<String, Lesson, String, @Nullable SourceLines> supplier(
      EnrichMetrics metrics) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Lesson, String, @Nullable SourceLines> get() {
        return new Learning(metrics);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MEMORY), Serdes.String(), Serdes.ByteArray()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, @Nullable SourceLines> context) {
    super.init(context);
    published = new LearnedLines(context.getStateStore(LearnedLines.STORE));
    memory = context.getStateStore(MEMORY);
  }

  @Override
  public void process(Record<String, Lesson> record) {
    Lesson lesson = record.value();
    LineMemory source =
        new LineMemory(lesson.source(), new StoreMemory(memory, lesson.source() + "\0"));
    source
        .learn(lesson.lines(), lesson.arrivedAt(), () -> published.latest(lesson.source()))
        .filter(any -> record.headers().lastHeader(Replay.MARK) == null)
        .ifPresent(lines -> publish(record, lines));
  }

  private void publish(Record<String, Lesson> record, SourceLines lines) {
    context().forward(record.withKey(lines.key()).withValue(lines));
    for (SourceLines old : published.outdated(lines.source(), lines.learnedAt(), KEPT)) {
      context().forward(record.withKey(old.key()).withValue(null));
    }
    metrics.learned();
  }
}
