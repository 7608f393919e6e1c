package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one topic as a downstream program would, in no group: what is committed, from anywhere. */
public final class TopicReader<V> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

  private final KafkaConsumer<String, V> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(KafkaConsumer<String, V> consumer, String topic) {
    this.consumer = consumer;
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Stands before everything that is kept. */
  public static <V> TopicReader<V> fromBeginning(Cluster cluster, Topic<V> topic) {
    TopicReader<V> reader = open(cluster, topic);
    reader.consumer.seekToBeginning(reader.partitions);
    return reader;
  }

  /** Stands behind everything that is there now. */
  public static <V> TopicReader<V> fromEnd(Cluster cluster, Topic<V> topic) {
    TopicReader<V> reader = open(cluster, topic);
    reader.consumer.endOffsets(reader.partitions).forEach(reader.consumer::seek);
    return reader;
  }

  /** Stands before the first record of that time or later. */
  public static <V> TopicReader<V> from(Cluster cluster, Topic<V> topic, Instant time) {
    TopicReader<V> reader = open(cluster, topic);
    Map<TopicPartition, Long> wanted = new HashMap<>();
    reader.partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
    reader.consumer.endOffsets(reader.partitions).forEach(reader.consumer::seek);
    reader
        .consumer
        .offsetsForTimes(wanted)
        .forEach((partition, found) -> reader.seek(partition, found));
    return reader;
  }

  /**
   * What came since the last call; waits that long for the first of it. Tombstones are left out.
   */
  public List<V> poll(Duration patience) {
    List<V> values = new ArrayList<>();
    forEach(
        patience,
        (key, value) -> {
          if (value != null) values.add(value);
        });
    return values;
  }

  /** The same with keys; a tombstone's value is null. */
  public void forEach(Duration patience, BiConsumer<String, @Nullable V> reader) {
    records(patience, record -> reader.accept(record.key(), record.value()));
  }

  /** The same with headers and places. What cannot be read is passed over, and said so. */
  public void records(Duration patience, Consumer<ConsumerRecord<String, V>> reader) {
    ConsumerRecords<String, V> records;
    try {
      records = consumer.poll(patience);
    } catch (RecordDeserializationException e) {
      log.warn("passed over {}@{}", e.topicPartition(), e.offset(), e);
      consumer.seek(e.topicPartition(), e.offset() + 1);
      return;
    }
    records.forEach(reader);
  }

  /** The first record of each partition that is kept. */
  public Map<Integer, Long> beginnings() {
    Map<Integer, Long> beginnings = new HashMap<>();
    consumer
        .beginningOffsets(partitions)
        .forEach((at, first) -> beginnings.put(at.partition(), first));
    return beginnings;
  }

  /** One past the last committed record of each partition by now. */
  public Map<Integer, Long> ends() {
    Map<Integer, Long> ends = new HashMap<>();
    consumer.endOffsets(partitions).forEach((at, end) -> ends.put(at.partition(), end));
    return ends;
  }

  /** Whether everything that is committed by now has been read. */
  public boolean atEnd() {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp found) {
    if (found != null) consumer.seek(partition, found.offset());
  }

  private static <V> TopicReader<V> open(Cluster cluster, Topic<V> topic) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    client.put("auto.offset.reset", "earliest");
    client.put("max.partition.fetch.bytes", Topic.MAX_RECORD_BYTES);
    return new TopicReader<>(
        new KafkaConsumer<>(client, new StringDeserializer(), topic.valueSerde().deserializer()),
        cluster.nameOf(topic));
  }
}
