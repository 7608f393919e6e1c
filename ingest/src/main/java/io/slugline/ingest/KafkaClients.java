package io.slugline.ingest;

import io.slugline.contract.Cluster;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The clients that ingest talks to its cluster with, and why they are set so. */
final class KafkaClients {
  private final Cluster cluster;

  KafkaClients(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Transactions of one inbox have one id, so that a restarted ingester ends its predecessor's. */
  Producer<byte[], byte[]> producer(String inboxId) {
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, cluster.idOf("slugline-ingest-" + inboxId));
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 512 << 10);
    // A transaction's end sends all that waits, and nothing can be read before.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 1000);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
    // After a restart the broker may still be ending the last transaction and refuse the first
    // batch for a moment; those sent behind it would each be an error in the broker's log.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
    // Longer than any stretch of a file without an article in it should take to read.
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 120_000);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void readLedger(Consumer<LedgerEntry> to) {
    String topic = cluster.nameOf(Topics.LEDGER);
    Map<TopicPartition, Long> ends;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      ends = consumer.endOffsets(partitions);
    }
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
      new LedgerReader(consumer, topic).read(ends, to);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
