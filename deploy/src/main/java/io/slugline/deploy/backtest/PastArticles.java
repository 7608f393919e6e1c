package io.slugline.deploy.backtest;

import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The enriched articles that a cluster retains, read in no group. */
final class PastArticles implements AutoCloseable {
  private static final Topic<EnrichedArticle> TOPIC = Topics.ARTICLES_ENRICHED;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Articles lie on the topic in the order of their arrival, but for what waited meanwhile. */
  private static final Duration DISORDER = Duration.ofHours(1);

  private static final long LAST_FEW = 16;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<EnrichedArticle> decoder = TOPIC.valueSerde().deserializer();
  private final List<TopicPartition> partitions;

  PastArticles(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    client.put("max.partition.fetch.bytes", Topic.MAX_RECORD_BYTES);
    client.put("max.poll.records", 2000);
    consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    String name = cluster.nameOf(TOPIC);
    partitions =
        consumer.partitionsFor(name).stream()
            .map(partition -> new TopicPartition(name, partition.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** When the newest article arrived; empty when none is retained. */
  Optional<Instant> newestArrival() {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Newest newest = new Newest();
    for (TopicPartition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      lookBack(partition, begin, end, newest);
    }
    return newest.arrival.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest.arrival);
  }

  /** Gives every article that arrived then or later to the taker, in no order. */
  void readFrom(Instant from, Consumer<EnrichedArticle> taker, TimeShares shares) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    long time = Math.max(0, from.minus(DISORDER).toEpochMilli());
    for (TopicPartition each : partitions) times.put(each, time);
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) ->
                consumer.seek(
                    partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    while (!isAt(ends)) {
      for (ConsumerRecord<byte[], byte[]> record : shares.reads(this::poll)) {
        EnrichedArticle article = shares.decodes(() -> decode(record));
        if (!article.arrivedAt().isBefore(from)) shares.matches(() -> taker.accept(article));
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Ever further back from a partition's end, since what lies there need not be an article. */
  private void lookBack(TopicPartition partition, long begin, long end, Newest newest) {
    consumer.assign(List.of(partition));
    boolean found = false;
    for (long back = LAST_FEW; !found && begin < end; back *= 8) {
      consumer.seek(partition, Math.max(begin, end - back));
      while (!isAt(Map.of(partition, end))) {
        for (ConsumerRecord<byte[], byte[]> record : poll()) {
          newest.take(decode(record).arrivedAt());
          found = true;
        }
      }
      if (end - back <= begin) break;
    }
    consumer.assign(partitions);
  }

  /** What comes next; a tombstone is no article. */
  private List<ConsumerRecord<byte[], byte[]>> poll() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
    // Fails where the broker is gone; to poll would only be to wait.
    if (records.isEmpty()) consumer.endOffsets(partitions);
    List<ConsumerRecord<byte[], byte[]>> articles = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.value() != null) articles.add(record);
    }
    return articles;
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private EnrichedArticle decode(ConsumerRecord<byte[], byte[]> record) {
    return decoder.deserialize(record.topic(), record.value());
  }

  /** The latest arrival seen. */
  private static final class Newest {
    private Instant arrival = Instant.MIN;

    void take(Instant other) {
      if (other.isAfter(arrival)) arrival = other;
    }
  }
}
