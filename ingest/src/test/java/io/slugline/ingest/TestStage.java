package io.slugline.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.ingest.inbox.Fingerprint;
import io.slugline.ingest.inbox.Hashing;
import io.slugline.ingest.inbox.Inbox;
import io.slugline.ingest.inbox.Shelves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An ingester without a broker and without threads: what it commits is kept for the next one. */
final class TestStage {
  private static final Cluster CLUSTER = new Cluster("localhost:1", "test-", Map.of());

  private final IngestConfig config;
  private final boolean staysInInbox;
  private final List<ProducerRecord<byte[], byte[]>> committed;
  private final MockProducer<byte[], byte[]> producer;
  private final Clock clock;
  private final Hashing hashing;
  private final Inbox inbox;
  private final IngestMetrics metrics;
  private final IngestPipeline pipeline;

  private TestStage(
      IngestConfig config,
      boolean staysInInbox,
      List<ProducerRecord<byte[], byte[]>> committed,
      MockProducer<byte[], byte[]> producer,
      Clock clock,
      Hashing hashing) {
    this.config = config;
    this.staysInInbox = staysInInbox;
    this.committed = committed;
    this.producer = producer;
    this.clock = clock;
    this.hashing = hashing;
    inbox = new Inbox(config.inbox(), Duration.ZERO, clock);
    metrics = new IngestMetrics(new SimpleMeterRegistry(), inbox::open);
    producer.initTransactions();
    Ledger ledger = new Ledger(config.inboxId());
    ledger().forEach(ledger::put);
    Transaction transaction = new Transaction(producer, CLUSTER, config.commitEvery(), clock);
    Settlement settlement = new Settlement(inbox, new Shelves(config.inbox()), staysInInbox);
    pipeline =
        new IngestPipeline(
            new IngestParts(
                config, inbox, hashing, ledger, transaction, settlement, metrics, clock),
            () -> false);
  }

  static TestStage over(Path folder) {
    return over(IngestConfig.of(folder));
  }

  static TestStage over(IngestConfig config) {
    return over(config, producer(), Clock.systemUTC());
  }

  static TestStage over(IngestConfig config, MockProducer<byte[], byte[]> producer, Clock clock) {
    return new TestStage(config, false, List.of(), producer, clock, Fingerprint::of);
  }

  static TestStage overReadOnly(Path folder) {
    return new TestStage(
        IngestConfig.of(folder), true, List.of(), producer(), Clock.systemUTC(), Fingerprint::of);
  }

  /** Files are opened by {@code hashing} alone. */
  static TestStage over(Path folder, Hashing hashing) {
    return new TestStage(
        IngestConfig.of(folder), false, List.of(), producer(), Clock.systemUTC(), hashing);
  }

  /** The same ingester started again: it knows what was committed, and nothing else. */
  TestStage restarted() {
    return new TestStage(config, staysInInbox, committedRecords(), producer(), clock, hashing);
  }

  static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Settles everything that lies in the inbox. */
  TestStage run() {
    try {
      inbox.look();
      inbox.look();
      do pipeline.step();
      while (producer.transactionInFlight() || !inbox.isSettled());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Inbox inbox() {
    return inbox;
  }

  IngestCounts counts() {
    return metrics.counts();
  }

  List<RawArticle> articles() {
    return values(Topics.ARTICLES_RAW);
  }

  List<String> texts() {
    return articles().stream().map(a -> new String(a.bytes(), StandardCharsets.UTF_8)).toList();
  }

  List<LedgerEntry> ledger() {
    return values(Topics.LEDGER);
  }

  LedgerEntry lastEntry() {
    List<LedgerEntry> all = ledger();
    return all.get(all.size() - 1);
  }

  LedgerEntry lastEntryOf(String path) {
    return ledger().stream()
        .filter(entry -> entry.path().equals(path))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  List<ProducerRecord<byte[], byte[]>> deadLetters() {
    return on(Topics.DEAD_LETTERS);
  }

  /** Files that lie in the inbox, its shelves included, by their paths. */
  List<String> files() {
    try (Stream<Path> files = Files.walk(config.inbox())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> config.inbox().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ProducerRecord<byte[], byte[]>> committedRecords() {
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(committed);
    all.addAll(producer.history());
    return all;
  }

  private List<ProducerRecord<byte[], byte[]>> on(Topic<?> topic) {
    String name = CLUSTER.nameOf(topic);
    return committedRecords().stream().filter(record -> record.topic().equals(name)).toList();
  }

  private <V> List<V> values(Topic<V> topic) {
    return on(topic).stream()
        .map(
            record ->
                topic
                    .valueSerde()
                    .deserializer()
                    .deserialize(record.topic(), record.headers(), record.value()))
        .toList();
  }
}
