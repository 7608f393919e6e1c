package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What the line wrote to each of its topics, those between its own steps among them, as plain
 * bytes: what a pass-through is given to carry. Of a topic between two steps only the end is left.
 *
 * @param records by the name of the topic, tombstones among them
 */
record Carried(Map<String, List<KeyValue<byte[], byte @Nullable []>>> records) {
  private static final Duration POLL = Duration.ofMillis(200);

  int articles() {
    return raw().size();
  }

  List<KeyValue<byte[], byte @Nullable []>> raw() {
    return of(Topics.ARTICLES_RAW.name());
  }

  /** A topic's records, spread over the articles. */
  Share share(String topic) {
    return new Share(of(topic), articles());
  }

  /**
   * What is left of a topic between two steps, a record for each article.
   *
   * @throws IllegalStateException when nothing is
   */
  Share rest(String topic) {
    if (of(topic).isEmpty()) throw new IllegalStateException("nothing is left of " + topic);
    return share(topic);
  }

  private List<KeyValue<byte[], byte @Nullable []>> of(String topic) {
    return records.getOrDefault(topic, List.of());
  }

  /** The names of the topics that begin and end like this. */
  List<String> named(String begin, String end) {
    return records.keySet().stream()
        .filter(name -> name.startsWith(begin) && name.endsWith(end))
        .toList();
  }

  static Carried of(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(reader);
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      return new Carried(read(reader, new HashMap<>(reader.endOffsets(partitions))));
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reader) {
    return reader.listTopics().values().stream()
        .flatMap(List::stream)
        .filter(info -> !info.topic().startsWith("__"))
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static Map<String, List<KeyValue<byte[], byte @Nullable []>>> read(
      KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> left) {
    Map<String, List<KeyValue<byte[], byte @Nullable []>>> records = new TreeMap<>();
    while (true) {
      left.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
      if (left.isEmpty()) return records;
      for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
        records
            .computeIfAbsent(each.topic(), topic -> new ArrayList<>())
            .add(KeyValue.pair(each.key(), each.value()));
      }
    }
  }
}
