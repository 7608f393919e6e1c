package io.slugline.enrich;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Asks for a commit as soon as a fresh article has gone by, since nobody downstream sees it before,
 * and as soon as nothing more comes. A transaction costs the same for one article and for a
 * thousand: what is worked off late is committed in the strides of the configured interval.
 */
final class PromptCommit<K, V> extends ContextualProcessor<K, V, K, V> {
  /** Time since the article arrived, after which haste gains nobody anything. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** Least time between two commits. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * Time without an article after which no more is to be waited for; longer than those of another
   * task of the thread, or one that is hard to tag, take their turn.
   */
  private static final Duration LULL = Duration.ofMillis(400);

  private boolean isFreshWaiting;
  private boolean isAnyWaiting;
  private long passedAt;
  private long committedAt;

  @Override
  public void init(ProcessorContext<K, V> context) {
    super.init(context);
    context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::look);
  }

  @Override
  public void process(Record<K, V> record) {
    context().forward(record);
    passedAt = context().currentSystemTimeMs();
    isAnyWaiting = true;
    isFreshWaiting |= passedAt - record.timestamp() < FRESH.toMillis();
    if (isFreshWaiting && passedAt - committedAt >= PAUSE.toMillis()) commit(passedAt);
  }

  private void look(long now) {
    boolean isLull = now - passedAt >= LULL.toMillis();
    if (isFreshWaiting || (isAnyWaiting && isLull)) commit(now);
  }

  private void commit(long now) {
    isFreshWaiting = false;
    isAnyWaiting = false;
    committedAt = now;
    context().commit();
  }
}
