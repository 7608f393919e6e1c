package io.slugline.deploy.bench;

import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends raw articles and the ledger's entries of a line again, as they are. */
final class RawSender {
  private static final double TRANSACTIONS_A_SECOND = 10;

  private final Map<String, Object> producing;
  private final List<byte @Nullable []> raw;
  private final Share ledger;

  RawSender(Map<String, Object> client, Carried carried) {
    this.producing = new HashMap<>(client);
    producing.put("transactional.id", "through");
    producing.put("compression.type", "zstd");
    producing.put("batch.size", 512 << 10);
    producing.put("max.request.size", Topic.MAX_RECORD_BYTES);
    this.raw = carried.of(Topics.ARTICLES_RAW);
    this.ledger = carried.share(Topics.LEDGER.name());
  }

  /**
   * Sends each once.
   *
   * @param batch how many in a transaction
   * @param rate how many a second at most
   */
  private void send(int batch, double rate) throws InterruptedException {
    try (KafkaProducer<byte[], byte @Nullable []> producer =
        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      Stopwatch watch = new Stopwatch();
      for (int at = 0; at < raw.size(); at += batch) {
        Duration early = Duration.ofNanos((long) (at / rate * 1e9)).minus(watch.stop().wall());
        TimeUnit.MILLISECONDS.sleep(Math.max(0, early.toMillis()));
        send(producer, at, Math.min(at + batch, raw.size()));
      }
    }
  }

  /** All as fast as they go. */
  void send(int batch) throws InterruptedException {
    send(batch, Double.POSITIVE_INFINITY);
  }

  /** As many a second, in a transaction every tenth of a second, as ingest does. */
  void sendPaced(double rate) throws InterruptedException {
    send((int) Math.ceil(rate / TRANSACTIONS_A_SECOND), rate);
  }

  private void send(KafkaProducer<byte[], byte @Nullable []> producer, int from, int to) {
    producer.beginTransaction();
    for (int at = from; at < to; at++) {
      byte[] key = Integer.toString(at).getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.ARTICLES_RAW.name(), key, raw.get(at)));
      for (byte @Nullable [] entry : ledger.next()) {
        producer.send(new ProducerRecord<>(Topics.LEDGER.name(), key, entry));
      }
    }
    producer.commitTransaction();
  }
}
