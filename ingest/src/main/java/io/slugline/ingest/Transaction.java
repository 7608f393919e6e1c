package io.slugline.ingest;

import io.slugline.contract.Cluster;
import io.slugline.contract.DeadLetterStamp;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Articles and the ledger entries that account for them become visible together, or not at all.
 * What must only happen once they are (moving a file, counting) waits for the commit.
 */
final class Transaction {
  /** Beyond this much a transaction is committed early, so that a crash has little to repeat. */
  private static final long LARGE = 8 << 20;

  private final Producer<byte[], byte[]> producer;
  private final Cluster cluster;
  private final Duration commitEvery;
  private final Clock clock;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private @Nullable Instant begunAt;
  private long bytes;

  Transaction(
      Producer<byte[], byte[]> producer, Cluster cluster, Duration commitEvery, Clock clock) {
    this.producer = producer;
    this.cluster = cluster;
    this.commitEvery = commitEvery;
    this.clock = clock;
  }

  void publish(RawArticle article) {
    send(Topics.ARTICLES_RAW, article, article.arrivedAt());
    bytes += article.bytes().length;
    afterCommit(() -> told(article));
  }

  private void told(RawArticle article) {
    Duration took = Duration.between(article.arrivedAt(), clock.instant());
    Trace.ofArticle(article.id())
        .did("ingest", took, Map.of("article", article.id(), "path", article.path()));
  }

  void enter(LedgerEntry entry) {
    send(Topics.LEDGER, entry, timeOf(entry));
  }

  /** A file that was rejected, or some of whose articles were. */
  void bury(LedgerEntry entry, String reason) {
    Headers headers = new RecordHeaders();
    byte[] value = serialized(Topics.LEDGER, entry, headers);
    headers.add("__streams.errors.exception", utf8("io.slugline.ingest.Rejected"));
    headers.add("__streams.errors.message", utf8(reason));
    headers.add(DeadLetterStamp.STAGE, utf8("ingest"));
    headers.add(DeadLetterStamp.VERSION, utf8(DeadLetterStamp.versionOf(Transaction.class)));
    String topic = cluster.nameOf(Topics.DEAD_LETTERS);
    send(topic, utf8(entry.file()), value, timeOf(entry), headers);
  }

  /** Runs {@code action} once all that was sent so far is visible. */
  void afterCommit(Runnable action) {
    begin();
    afterCommit.add(action);
  }

  boolean isOpen() {
    return begunAt != null;
  }

  boolean isDue() {
    if (begunAt == null) return false;
    return bytes >= LARGE || !clock.instant().isBefore(begunAt.plus(commitEvery));
  }

  void commit() {
    if (begunAt == null) return;
    producer.commitTransaction();
    begunAt = null;
    bytes = 0;
    afterCommit.forEach(Runnable::run);
    afterCommit.clear();
  }

  private <V> void send(Topic<V> topic, V record, Instant at) {
    Headers headers = new RecordHeaders();
    byte[] value = serialized(topic, record, headers);
    send(cluster.nameOf(topic), utf8(topic.keyOf(record)), value, at, headers);
  }

  private void send(String topic, byte[] key, byte[] value, Instant at, Headers headers) {
    begin();
    producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), key, value, headers));
  }

  private Instant timeOf(LedgerEntry entry) {
    Instant settledAt = entry.settledAt();
    return settledAt == null ? clock.instant() : settledAt;
  }

  private void begin() {
    if (begunAt != null) return;
    producer.beginTransaction();
    begunAt = clock.instant();
  }

  private <V> byte[] serialized(Topic<V> topic, V record, Headers headers) {
    return topic.valueSerde().serializer().serialize(cluster.nameOf(topic), headers, record);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
