package io.slugline.deploy.bench;

import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** Sends raw articles and the ledger's entries of a line again, as they are. */
final class RawSender {
  private final Map<String, Object> producing;
  private final List<KeyValue<byte[], byte @Nullable []>> raw;
  private final Share ledger;

  RawSender(Map<String, Object> client, Carried carried) {
    this.producing = new HashMap<>(client);
    producing.put("transactional.id", "through");
    producing.put("compression.type", "zstd");
    producing.put("batch.size", 512 << 10);
    producing.put("max.request.size", Topic.MAX_RECORD_BYTES);
    this.raw = carried.raw();
    this.ledger = carried.share(Topics.LEDGER.name());
  }

  /**
   * Sends each once.
   *
   * @param batch how many in a transaction
   * @param rate how many a second at most
   */
  void send(int batch, double rate) throws InterruptedException {
    try (KafkaProducer<byte[], byte @Nullable []> producer =
        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      long start = System.nanoTime();
      for (int at = 0; at < raw.size(); at += batch) {
        TimeUnit.NANOSECONDS.sleep(start + (long) (at / rate * 1e9) - System.nanoTime());
        send(producer, at, Math.min(at + batch, raw.size()));
      }
    }
  }

  private void send(KafkaProducer<byte[], byte @Nullable []> producer, int from, int to) {
    producer.beginTransaction();
    for (int at = from; at < to; at++) {
      send(producer, Topics.ARTICLES_RAW, raw.get(at));
      ledger.next().forEach(entry -> send(producer, Topics.LEDGER, entry));
    }
    producer.commitTransaction();
  }

  private static void send(
      KafkaProducer<byte[], byte @Nullable []> producer,
      Topic<?> topic,
      KeyValue<byte[], byte @Nullable []> record) {
    producer.send(new ProducerRecord<>(topic.name(), record.key, record.value));
  }
}
