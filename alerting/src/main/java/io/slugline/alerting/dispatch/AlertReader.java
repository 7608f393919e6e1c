package io.slugline.alerting.dispatch;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads this dispatcher's share of {@code alerts}, and commits how far it is settled. */
final class AlertReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int TAKEN_OVER_WITHIN_MILLIS = 10_000;
  private static final int MAX_WAITING = 10_000;

  private final String topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Progress progress;
  private final KafkaClientMetrics metrics;
  private int partitions;
  private volatile boolean atEnd;

  AlertReader(Cluster cluster, String instance, Progress progress, DispatchCounters counters) {
    this.topic = cluster.nameOf(Topics.ALERTS);
    this.progress = progress;
    Map<String, Object> settings = cluster.clientProperties();
    String group = cluster.idOf("slugline-dispatch");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, TAKEN_OVER_WITHIN_MILLIS);
    // All partitions are given back at each change of the group: then the lanes start afresh.
    settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(RangeAssignor.class));
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    metrics = counters.bind(consumer);
  }

  /**
   * @param begins runs before the first change of newly assigned partitions is read
   * @param ends runs before partitions are given back, and before the last commit
   */
  void subscribe(Runnable begins, Runnable ends) {
    consumer.subscribe(
        List.of(topic),
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            begins.run();
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            ends.run();
            commit();
            progress.clear();
          }

          @Override
          public void onPartitionsLost(Collection<TopicPartition> partitions) {
            ends.run();
            progress.clear();
          }
        });
  }

  /** Hands on what is there, and commits what has been settled. */
  void poll(Dispatcher dispatcher) {
    if (progress.waiting() > MAX_WAITING) consumer.pause(consumer.assignment());
    else consumer.resume(consumer.paused());
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    atEnd = false;
    for (ConsumerRecord<String, byte[]> record : records) take(record, dispatcher);
    for (TopicPartition partition : consumer.assignment()) {
      progress.readTo(partition.partition(), consumer.position(partition));
    }
    commit();
    atEnd =
        consumer.assignment().stream()
            .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
  }

  /** Whether all that is known to be there has been taken. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Whether this dispatcher tells of the alert: where Kafka's own partitioner puts its key. */
  boolean owns(String alert) {
    if (partitions == 0) partitions = consumer.partitionsFor(topic).size();
    byte[] key = alert.getBytes(StandardCharsets.UTF_8);
    int partition = Utils.toPositive(Utils.murmur2(key)) % partitions;
    return consumer.assignment().contains(new TopicPartition(topic, partition));
  }

  boolean isAssigned() {
    return !consumer.assignment().isEmpty();
  }

  void wakeup() {
    consumer.wakeup();
  }

  /** Leaves the group after a last commit. */
  @Override
  public void close() {
    metrics.close();
    consumer.close();
  }

  private void take(ConsumerRecord<String, byte[]> record, Dispatcher dispatcher) {
    if (record.headers().lastHeader(Replay.MARK) != null) {
      LOG.error(
          "{}/{}@{} is a replay's and is refused", topic, record.partition(), record.offset());
      return;
    }
    try {
      Alert alert = Topics.ALERTS.valueSerde().deserializer().deserialize(topic, record.value());
      if (alert != null) {
        dispatcher.take(
            alert,
            new Change.Place(record.partition(), record.offset()),
            Trace.of(record.headers()).orElse(null));
      }
    } catch (SerializationException e) {
      LOG.error("{}/{}@{} is left out", topic, record.partition(), record.offset(), e);
    }
  }

  void commit() {
    Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>();
    progress
        .takeMoved()
        .forEach(
            (partition, offset) ->
                safe.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
    if (!safe.isEmpty()) consumer.commitSync(safe);
  }
}
