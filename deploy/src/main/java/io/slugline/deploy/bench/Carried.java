package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
  private static final String BETWEEN = "-repartition";

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

  /** Where each topic ends now, but for those between two steps. */
  static Map<TopicPartition, Long> ends(Cluster cluster) {
    try (KafkaConsumer<byte[], byte[]> reader = reader(cluster)) {
      return reader.endOffsets(partitions(reader, topic -> !topic.endsWith(BETWEEN)));
    }
  }

  /** What is left of the topics between two steps. */
  static Carried between(Cluster cluster) {
    try (KafkaConsumer<byte[], byte[]> reader = reader(cluster)) {
      return read(reader, reader.endOffsets(partitions(reader, topic -> topic.endsWith(BETWEEN))));
    }
  }

  /** This and what lies on other topics before these ends. */
  Carried with(Cluster cluster, Map<TopicPartition, Long> ends) {
    try (KafkaConsumer<byte[], byte[]> reader = reader(cluster)) {
      Carried both = read(reader, ends);
      both.records.putAll(records);
      return both;
    }
  }

  private static KafkaConsumer<byte[], byte[]> reader(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<?, ?> reader, Predicate<String> which) {
    return reader.listTopics().values().stream()
        .flatMap(List::stream)
        .filter(info -> !info.topic().startsWith("__") && which.test(info.topic()))
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static Carried read(
      KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
    Map<String, List<KeyValue<byte[], byte @Nullable []>>> records = new TreeMap<>();
    reader.assign(ends.keySet());
    reader.seekToBeginning(ends.keySet());
    while (true) {
      Set<TopicPartition> done = new HashSet<>(ends.keySet());
      done.removeIf(partition -> reader.position(partition) < ends.getOrDefault(partition, 0L));
      if (done.size() == ends.size()) return new Carried(records);
      reader.pause(done);
      for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
        TopicPartition partition = new TopicPartition(each.topic(), each.partition());
        if (each.offset() >= ends.getOrDefault(partition, 0L)) continue;
        records
            .computeIfAbsent(each.topic(), topic -> new ArrayList<>())
            .add(KeyValue.pair(each.key(), each.value()));
      }
    }
  }
}
