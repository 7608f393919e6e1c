package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the ledger topic from its beginning to where it ended when reading began. */
final class LedgerReader {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerReader.class);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final String topic;

  LedgerReader(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /**
   * @param ends one past the last record of each partition, those of open transactions included:
   *     another inbox's must not hide what we committed behind it
   */
  void read(Map<TopicPartition, Long> ends, Consumer<LedgerEntry> to) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    while (!isAtEnd(ends)) {
      consumer.poll(PATIENCE).forEach(record -> read(record, to));
    }
  }

  /** What cannot be read does not take away what was said of the file before. */
  private void read(ConsumerRecord<byte[], byte[]> record, Consumer<LedgerEntry> to) {
    try {
      LedgerEntry entry =
          Topics.LEDGER.valueSerde().deserializer().deserialize(topic, record.value());
      if (entry != null) to.accept(entry);
    } catch (SerializationException e) {
      LOG.warn("passed over {}/{}@{}", topic, record.partition(), record.offset(), e);
    }
  }

  private boolean isAtEnd(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }
}
