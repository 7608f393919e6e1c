package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Lifecycle;
import io.slugline.alerting.lifecycle.Shelves;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.lifecycle.TurnOrder;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Replay;
import io.slugline.contract.Trace;
import io.slugline.contract.read.Front;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives each turn to the lifecycle of this task when its number is due, and its changes of alerts
 * to the flow.
 */
final class LifecycleProcessor implements Processor<String, Turn, String, Alert> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  // What one transaction of enrich wrote can be read at once; only what was left behind takes
  // longer.
  private static final Duration PATIENCE = LOOK_EVERY.multipliedBy(10);
  private static final int ROOM = 20_000;
  // A few KB each; 100 KB where alerts have fifty articles that matched.
  private static final int RECENT_STORIES = 200;

  private final Duration quietAfter;
  private final AlertCounters counters;
  private final Front front;
  private @Nullable ProcessorContext<String, Alert> flow;
  private @Nullable KeyValueStore<String, Action> silences;
  private @Nullable TurnOrder order;
  private @Nullable Lifecycle lifecycle;
  // Goes on with each look that counts: one before which all was read that others had read before.
  private Instant now = Instant.EPOCH;
  private long mark;

  LifecycleProcessor(Duration quietAfter, AlertCounters counters, Front front) {
    this.quietAfter = quietAfter;
    this.counters = counters;
    this.front = front;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    flow = context;
    silences = context.getStateStore(LifecycleSteps.SILENCES);
    Silences inForce = new Silences();
    try (KeyValueIterator<String, Action> kept = silences.all()) {
      kept.forEachRemaining(entry -> inForce.take(entry.value));
    }
    Shelves shelves =
        new Shelves(
            new RecentShelf<>(
                new StoreShelf<>(context.getStateStore(LifecycleSteps.STORIES)), RECENT_STORIES),
            new StoreShelf<>(context.getStateStore(LifecycleSteps.PACES)),
            new StoreShelf<>(context.getStateStore(LifecycleSteps.RHYTHMS)));
    lifecycle = new Lifecycle(shelves, inForce, quietAfter);
    order = order(context);
    counters.waiting(order.size());
    context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, any -> look());
  }

  @Override
  public void process(Record<String, Turn> record) {
    Turn turn = record.value();
    // What bears a replay's mark keeps it, and so is not laid aside.
    if (record.headers().lastHeader(Replay.MARK) != null) {
      take(turn, record.headers());
      return;
    }
    // Streams would carry it along, but not through the store that a turn may wait in.
    Turn traced = Trace.of(record.headers()).map(turn::in).orElse(turn);
    TurnOrder turns = Objects.requireNonNull(order);
    int before = turns.size();
    try {
      turns.take(traced, now, this::take);
    } finally {
      counters.waiting(turns.size() - before);
    }
  }

  @Override
  public void close() {
    if (order != null) counters.waiting(-order.size());
  }

  private void look() {
    if (!front.isPast(mark)) return;
    mark = front.head();
    now = now.plus(LOOK_EVERY);
    TurnOrder turns = Objects.requireNonNull(order);
    int before = turns.size();
    try {
      turns.giveUp(now, this::take);
    } finally {
      counters.waiting(turns.size() - before);
    }
  }

  private TurnOrder order(ProcessorContext<String, Alert> context) {
    StoredTurns waiting =
        new StoredTurns(
            context.getStateStore(LifecycleSteps.DUE),
            context.getStateStore(LifecycleSteps.WAITING));
    return new TurnOrder(waiting, PATIENCE, ROOM, counters, now);
  }

  private void take(Turn turn) {
    Headers headers = new RecordHeaders();
    if (turn.trace() != null) turn.trace().to(headers);
    take(turn, headers);
  }

  private void take(Turn turn, Headers headers) {
    if (turn.touch() != null) MDC.put("article", turn.touch().article());
    if (turn.action() != null) remember(turn.action());
    long start = System.nanoTime();
    List<Alert> changes = Objects.requireNonNull(lifecycle).take(turn);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (turn.touch() != null && !changes.isEmpty()) counters.timed(turn.touch());
    for (Alert alert : changes) {
      counters.changed(alert);
      if (turn.trace() != null) {
        turn.trace().did("alert", took, Map.of("alert", alert.alert(), "story", alert.story()));
      }
      long time = Math.max(0, alert.changedAt().toEpochMilli());
      Objects.requireNonNull(flow).forward(new Record<>(alert.alert(), alert, time, headers));
    }
    MDC.remove("article");
  }

  private void remember(Action action) {
    KeyValueStore<String, Action> kept = Objects.requireNonNull(silences);
    switch (action.kind()) {
      case SILENCE -> kept.put(action.id(), action);
      case UNSILENCE -> kept.delete(action.id());
      case TICK -> dropEnded(kept, action.at());
      default -> {}
    }
  }

  private static void dropEnded(KeyValueStore<String, Action> kept, Instant now) {
    try (KeyValueIterator<String, Action> all = kept.all()) {
      while (all.hasNext()) {
        Action silence = all.next().value;
        if (silence.until() != null && !silence.until().isAfter(now)) kept.delete(silence.id());
      }
    }
  }
}
