package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
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
import org.jspecify.annotations.Nullable;

/**
 * What the line wrote to each of its topics, those between its own steps among them, as plain
 * bytes: what a pass-through is given to carry. Of a topic between two steps only the end is left.
 *
 * @param values by the name of the topic, tombstones among them
 */
record Carried(Map<String, List<byte @Nullable []>> values) {
  private static final Duration POLL = Duration.ofMillis(200);

  int articles() {
    return of(Topics.ARTICLES_RAW).size();
  }

  List<byte @Nullable []> of(Topic<?> topic) {
    return values.getOrDefault(topic.name(), List.of());
  }

  /** A topic's records, spread over the articles. */
  Share share(String topic) {
    return new Share(values.getOrDefault(topic, List.of()), articles());
  }

  /** The names of the topics that begin and end like this. */
  List<String> named(String begin, String end) {
    return values.keySet().stream()
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

  private static Map<String, List<byte @Nullable []>> read(
      KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> left) {
    Map<String, List<byte @Nullable []>> values = new TreeMap<>();
    while (true) {
      left.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
      if (left.isEmpty()) return values;
      for (ConsumerRecord<byte[], byte[]> each : reader.poll(POLL)) {
        values.computeIfAbsent(each.topic(), topic -> new ArrayList<>()).add(each.value());
      }
    }
  }
}
