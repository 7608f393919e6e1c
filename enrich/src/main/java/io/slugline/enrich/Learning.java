package io.slugline.enrich;

import io.slugline.contract.Replay;
import io.slugline.contract.SourceLines;
import io.slugline.contract.Topics;
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

  /**
   * In each task the lines of some ten thousand articles, of 20 bytes each: 5 MB. A single source
   * that has more is held whole.
   */
  private static final int MOST_LINES = 250_000;

  private final EnrichMetrics metrics;

  @SuppressWarnings("NullAway.Init")
  private LearnedLines published;

  @SuppressWarnings("NullAway.Init")
  private SourceMemories memories;

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
    KeyValueStore<String, byte[]> store = context.getStateStore(MEMORY);
    memories = new SourceMemories(source -> new StoreMemory(store, source + "\0"), MOST_LINES);
  }

  @Override
  public void process(Record<String, Lesson> record) {
    Lesson lesson = record.value();
    memories
        .learn(lesson, () -> published.latest(lesson.source()))
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
