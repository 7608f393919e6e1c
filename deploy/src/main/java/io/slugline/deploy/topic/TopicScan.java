package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads stretches of a topic, with headers and offsets, as far as they are committed by now. */
public final class TopicScan implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final ThreadLocal<Watcher> WATCHER =
      ThreadLocal.withInitial(() -> (topic, total) -> done -> {});

  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;

  /** Is told how far readings are. */
  public interface Watcher {
    /**
     * A reading begins.
     *
     * @param total how many offsets it will go through
     * @return takes how many it is through, again and again
     */
    LongConsumer begins(String topic, long total);
  }

  /** Lets somebody watch what this thread reads from now on. */
  public static void watch(Watcher watcher) {
    WATCHER.set(watcher);
  }

  /** Opens a topic; nothing is read yet. */
  public TopicScan(Cluster cluster, Topic<?> topic) {
    this(cluster, cluster.nameOf(topic));
  }

  /**
   * Opens a topic, which may be one of Kafka Streams' own; nothing is read yet.
   *
   * @param topic its name on the cluster
   */
  public TopicScan(Cluster cluster, String topic) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    client.put("auto.offset.reset", "earliest");
    client.put("max.partition.fetch.bytes", Topic.MAX_RECORD_BYTES);
    this.consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    this.topic = topic;
  }

  /** Reads all of a topic. */
  public static void all(
      Cluster cluster, Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> each) {
    try (TopicScan scan = new TopicScan(cluster, topic)) {
      scan.read(scan.since(Instant.EPOCH), each);
    }
  }

  /** Reads what the records of a topic say. */
  public static <V> void values(Cluster cluster, Topic<V> topic, Consumer<V> each) {
    String name = cluster.nameOf(topic);
    all(
        cluster,
        topic,
        record -> {
          V value = topic.valueSerde().deserializer().deserialize(name, record.value());
          if (value != null) each.accept(value);
        });
  }

  /** Reads a topic from the first record of that time on. */
  public static void from(
      Cluster cluster,
      Topic<?> topic,
      Instant time,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    try (TopicScan scan = new TopicScan(cluster, topic)) {
      scan.read(scan.since(time), each);
    }
  }

  /** From the first record of that time, or later, to what is committed by now. */
  public List<Replay.Part> since(Instant time) {
    return between(time, null);
  }

  /**
   * From the first record of one time to the first of another.
   *
   * @param until null for what is committed by now
   */
  public List<Replay.Part> between(Instant time, @Nullable Instant until) {
    List<TopicPartition> partitions = partitions();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    if (until != null) ends.putAll(at(partitions, until));
    Map<TopicPartition, Long> starts = new HashMap<>(ends);
    starts.putAll(time.toEpochMilli() <= 0 ? begins : at(partitions, time));
    List<Replay.Part> parts = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      long start = starts.getOrDefault(partition, 0L);
      long end = Math.max(start, ends.getOrDefault(partition, 0L));
      parts.add(new Replay.Part(partition.partition(), start, end));
    }
    return parts;
  }

  /** Reads these parts, one record after the other; order holds within a partition. */
  public void read(List<Replay.Part> parts, Consumer<ConsumerRecord<String, byte[]>> each) {
    Map<TopicPartition, Long> open = new HashMap<>();
    for (Replay.Part part : parts) {
      if (part.start() < part.end()) open.put(partition(part.partition()), part.end());
    }
    consumer.assign(open.keySet());
    consumer.resume(consumer.paused());
    for (Replay.Part part : parts) {
      TopicPartition partition = partition(part.partition());
      if (open.containsKey(partition)) consumer.seek(partition, part.start());
    }
    long total = parts.stream().mapToLong(part -> part.end() - part.start()).sum();
    LongConsumer progress = WATCHER.get().begins(topic, total);
    while (!open.isEmpty()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
        if (record.offset() < open.getOrDefault(partition(record.partition()), 0L)) {
          each.accept(record);
        }
      }
      List<TopicPartition> done =
          open.keySet().stream()
              .filter(partition -> consumer.position(partition) >= open.getOrDefault(partition, 0L))
              .toList();
      open.keySet().removeAll(done);
      consumer.pause(done);
      progress.accept(total - left(open));
    }
  }

  private long left(Map<TopicPartition, Long> open) {
    return open.entrySet().stream()
        .mapToLong(each -> each.getValue() - consumer.position(each.getKey()))
        .sum();
  }

  /** The text of a header; null when there is none. */
  public static @Nullable String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Map<TopicPartition, Long> at(List<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, Math.max(0, time.toEpochMilli())));
    Map<TopicPartition, Long> found = new HashMap<>();
    for (var entry : consumer.offsetsForTimes(wanted).entrySet()) {
      OffsetAndTimestamp first = entry.getValue();
      if (first != null) found.put(entry.getKey(), first.offset());
    }
    return found;
  }

  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(topic).stream().map(info -> partition(info.partition())).toList();
  }

  private TopicPartition partition(int number) {
    return new TopicPartition(topic, number);
  }
}
