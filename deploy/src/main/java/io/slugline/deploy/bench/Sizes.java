package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the line wrote, as plain bytes: what a pass-through is given to carry.
 *
 * @param raw values of {@code articles.raw}
 * @param enriched values of {@code articles.enriched}
 */
record Sizes(List<byte[]> raw, List<byte[]> enriched) {

  int articles() {
    return Math.min(raw.size(), enriched.size());
  }

  static Sizes of(Cluster cluster) {
    return new Sizes(
        values(cluster, Topics.ARTICLES_RAW), values(cluster, Topics.ARTICLES_ENRICHED));
  }

  private static List<byte[]> values(Cluster cluster, Topic<?> topic) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      String name = cluster.nameOf(topic);
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
        for (ConsumerRecord<byte[], byte[]> each : records) values.add(each.value());
      }
    }
    return values;
  }
}
