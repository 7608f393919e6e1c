package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Lifecycle;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Gives each turn to the lifecycle of this task, and its changes of alerts to the flow. */
final class LifecycleProcessor implements Processor<String, Turn, String, Alert> {
  private final Duration quietAfter;
  private final AlertCounters counters;
  private @Nullable ProcessorContext<String, Alert> flow;
  private @Nullable KeyValueStore<String, Action> silences;
  private @Nullable Lifecycle lifecycle;

  LifecycleProcessor(Duration quietAfter, AlertCounters counters) {
    this.quietAfter = quietAfter;
    this.counters = counters;
  }

  @Override
  public void init(ProcessorContext<String, Alert> context) {
    flow = context;
    silences = context.getStateStore(LifecycleSteps.SILENCES);
    Silences inForce = new Silences();
    try (KeyValueIterator<String, Action> kept = silences.all()) {
      kept.forEachRemaining(entry -> inForce.take(entry.value));
    }
    StoreShelf shelf = new StoreShelf(context.getStateStore(LifecycleSteps.STORIES));
    lifecycle = new Lifecycle(shelf, inForce, quietAfter);
  }

  @Override
  public void process(Record<String, Turn> record) {
    Turn turn = record.value();
    if (turn.action() != null) remember(turn.action());
    List<Alert> changes = Objects.requireNonNull(lifecycle).take(turn);
    if (turn.touch() != null && !changes.isEmpty()) counters.timed(turn.touch());
    for (Alert alert : changes) {
      counters.changed(alert);
      Objects.requireNonNull(flow)
          .forward(
              record
                  .withKey(alert.alert())
                  .withValue(alert)
                  .withTimestamp(Math.max(0, alert.changedAt().toEpochMilli())));
    }
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
