package io.slugline.alerting.dispatch;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows whole topics, without a group, to keep a view of each up to date: orders, deliveries,
 * firing alerts. Used by one thread. What cannot be followed is said and does not stop deliveries:
 * better a page too many than none.
 */
final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> views = new HashMap<>();
  private boolean complained;

  Follower(Cluster cluster) {
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, cluster.idOf("slugline-dispatch-follower"));
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Follows a topic from a time on; to be called for all topics before the first poll. */
  <V> void follow(Cluster cluster, Topic<V> topic, Instant since, Consumer<V> view) {
    String name = cluster.nameOf(topic);
    try {
      assign(name, since);
      views.put(name, record -> decoded(topic, record, view));
    } catch (KafkaException e) {
      LOG.warn("cannot follow {}; deliveries go on without", name, e);
    }
  }

  private void assign(String name, Instant since) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(info -> new TopicPartition(name, info.partition()))
            .toList();
    Map<TopicPartition, Long> all = new HashMap<>();
    consumer.assignment().forEach(known -> all.put(known, consumer.position(known)));
    partitions.forEach(partition -> all.put(partition, since.toEpochMilli()));
    consumer.assign(all.keySet());
    seek(partitions, since);
  }

  /** Takes in what is there. */
  void poll() {
    try {
      consumer
          .poll(Duration.ZERO)
          .forEach(record -> Objects.requireNonNull(views.get(record.topic())).accept(record));
      complained = false;
    } catch (KafkaException e) {
      // Said once: this comes back several times a second.
      if (!complained) LOG.warn("cannot follow orders and deliveries; deliveries go on without", e);
      complained = true;
    }
  }

  /** Takes in everything that is there now, or as much as comes in time. */
  void catchUp(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (System.nanoTime() < until) {
        if (ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
          return;
        }
        consumer
            .poll(PAUSE)
            .forEach(record -> Objects.requireNonNull(views.get(record.topic())).accept(record));
      }
      LOG.warn("orders and deliveries are not read to the end; deliveries go on without");
    } catch (KafkaException e) {
      LOG.warn("cannot read orders and deliveries; deliveries go on without", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void seek(List<TopicPartition> partitions, Instant since) {
    if (since.equals(Instant.EPOCH)) {
      consumer.seekToBeginning(partitions);
      return;
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) consumer.seekToEnd(List.of(partition));
              else consumer.seek(partition, found.offset());
            });
  }

  private static <V> void decoded(
      Topic<V> topic, ConsumerRecord<String, byte[]> record, Consumer<V> view) {
    try {
      V value =
          topic
              .valueSerde()
              .deserializer()
              .deserialize(record.topic(), record.headers(), record.value());
      if (value != null) view.accept(value);
    } catch (SerializationException e) {
      LOG.warn("{}/{}@{} is left out", record.topic(), record.partition(), record.offset(), e);
    }
  }
}
