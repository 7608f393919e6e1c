package io.slugline.alerting.console.topic;

import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.Place;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Fetches single records by their place; one at a time, as one consumer does. */
public final class KafkaShelf implements Shelf, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_LOOKED_AT = 5000;

  private final Cluster cluster;
  private final KafkaConsumer<String, byte[]> consumer;

  public KafkaShelf(Cluster cluster) {
    this.cluster = cluster;
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, cluster.idOf("slugline-console-shelf"));
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
    // What is asked for is there; a fetch ahead must not keep the next page waiting.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public Optional<Alert> alert(AlertLine line) {
    return at(Topics.ALERTS, line.whole())
        .filter(alert -> alert.alert().equals(line.alert().alert()));
  }

  @Override
  public Optional<EnrichedArticle> article(ArticleLine line) {
    return at(Topics.ARTICLES_ENRICHED, line.whole())
        .filter(article -> article.id().equals(line.id()));
  }

  /** Found by its arrival, which is its record's time, and its key. */
  @Override
  public synchronized Optional<RawArticle> raw(EnrichedArticle article) {
    String topic = cluster.nameOf(Topics.ARTICLES_RAW);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(each -> times.put(each, article.arrivedAt().toEpochMilli()));
    consumer.seekToEnd(partitions);
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) consumer.seek(partition, found.offset());
            });
    return look(article.rawId(), article.arrivedAt().toEpochMilli());
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }

  private Optional<RawArticle> look(String rawId, long arrived) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    int looked = 0;
    while (System.nanoTime() < until && looked < MOST_LOOKED_AT) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        looked++;
        if (record.timestamp() >= arrived && record.key().equals(rawId)) {
          return Optional.of(read(Topics.ARTICLES_RAW, record));
        }
      }
    }
    return Optional.empty();
  }

  private synchronized <V> Optional<V> at(Topic<V> topic, Place place) {
    TopicPartition partition = new TopicPartition(cluster.nameOf(topic), place.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        return record.offset() == place.offset() && record.value() != null
            ? Optional.of(read(topic, record))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static <V> V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    return topic
        .valueSerde()
        .deserializer()
        .deserialize(record.topic(), record.headers(), record.value());
  }
}
