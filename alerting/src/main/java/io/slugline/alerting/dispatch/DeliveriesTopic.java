package io.slugline.alerting.dispatch;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes deliveries to their topic, and the minutes to {@code actions}. */
final class DeliveriesTopic implements Journal, AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final Clock clock;
  private final Consumer<Delivery> written;
  private final Producer<String, byte[]> producer;
  private final AtomicReference<String> problem = new AtomicReference<>();

  /**
   * @param written is told of each delivery that is safe
   */
  DeliveriesTopic(Cluster cluster, Clock clock, Consumer<Delivery> written) {
    this.cluster = cluster;
    this.clock = clock;
    this.written = written;
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, cluster.idOf("slugline-dispatch"));
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void write(Delivery delivery, @Nullable Trace trace, Runnable safe) {
    send(
        Topics.DELIVERIES,
        delivery,
        trace,
        () -> {
          written.accept(delivery);
          safe.run();
        });
  }

  /** Tells the topologies that time has passed. */
  void tick() {
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Action tick =
        new Action(
            "tick",
            Action.Kind.TICK,
            minute,
            "dispatch",
            Action.Target.none(),
            List.of(),
            null,
            null);
    send(Topics.ACTIONS, tick, null, () -> {});
  }

  /** Orders what a silence's own condition asks for. */
  void order(Action order) {
    send(Topics.ACTIONS, order, null, () -> {});
  }

  /** Returns once everything that was written is safe. */
  void flush() {
    producer.flush();
  }

  Optional<String> problem() {
    return Optional.ofNullable(problem.get());
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }

  private <V> void send(Topic<V> topic, V record, @Nullable Trace trace, Runnable safe) {
    String name = cluster.nameOf(topic);
    Headers headers = new RecordHeaders();
    if (trace != null) trace.to(headers);
    byte[] value = topic.valueSerde().serializer().serialize(name, headers, record);
    producer.send(
        new ProducerRecord<>(name, null, topic.keyOf(record), value, headers),
        (metadata, failure) -> {
          if (failure == null) safe.run();
          else problem.compareAndSet(null, "cannot write to " + name + ": " + failure);
        });
  }
}
