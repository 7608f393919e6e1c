package io.slugline.alerting.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.slugline.alerting.receiver.Notification;
import io.slugline.contract.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * What dispatch counts, in changes of alerts. This sum holds, where {@code read} is the changes
 * read, and {@code rerouted} those that went on to the fallback after their receiver refused:
 *
 * <pre>
 * read + rerouted = delivered + withheld + refused + waiting
 * </pre>
 */
final class DispatchCounters {
  private final MeterRegistry registry;
  private final Counter read;
  private final Counter rerouted;
  private final Timer fileSeenToPage;

  DispatchCounters(MeterRegistry registry) {
    this.registry = registry;
    fileSeenToPage =
        Timer.builder("slugline.dispatch.file.seen.to.page")
            .description("from the arrival of an article's file to the page that was delivered")
            .publishPercentileHistogram()
            .register(registry);
    read = Counter.builder("slugline.dispatch.changes.read").register(registry);
    rerouted = Counter.builder("slugline.dispatch.changes.rerouted").register(registry);
  }

  /** The lag of a client that reads, and the like. */
  KafkaClientMetrics bind(Consumer<?, ?> consumer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(registry);
    return metrics;
  }

  void countWaiting(Supplier<Number> waiting) {
    Gauge.builder("slugline.dispatch.changes.waiting", waiting).register(registry);
  }

  void read() {
    read.increment();
  }

  void rerouted() {
    rerouted.increment();
  }

  void withheld(String gate, int changes) {
    Counter.builder("slugline.dispatch.changes")
        .tags("outcome", "withheld", "gate", gate)
        .register(registry)
        .increment(changes);
  }

  void settled(Delivery.Outcome outcome) {
    Counter.builder("slugline.dispatch.changes")
        .tags("outcome", outcome.word(), "gate", "")
        .register(registry)
        .increment();
  }

  /** How long after the arrival of its article a page was told. */
  void told(Notification notification, Instant now) {
    if (notification.page()) {
      fileSeenToPage.record(Duration.between(notification.first().changedAt(), now));
    }
  }

  void attempted(String receiver, Delivery.Outcome outcome) {
    Counter.builder("slugline.dispatch.attempts")
        .tags("receiver", receiver, "outcome", outcome.word())
        .register(registry)
        .increment();
  }
}
