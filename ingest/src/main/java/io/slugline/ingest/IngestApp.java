package io.slugline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.ingest.inbox.Fingerprint;
import io.slugline.ingest.inbox.Inbox;
import io.slugline.ingest.inbox.InboxLock;
import io.slugline.ingest.inbox.InboxWatcher;
import io.slugline.ingest.inbox.Shelves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stage as it runs: watches one inbox until it is closed. */
public final class IngestApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestApp.class);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final IngestConfig config;
  private final InboxLock lock;
  private final Inbox inbox;
  private final InboxWatcher watcher;
  private final IngestMetrics metrics;
  private final Clock clock;
  private final Thread thread = new Thread(this::run, "slugline-ingest");
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
  private volatile boolean ready;
  private volatile boolean stopping;

  private IngestApp(
      Cluster cluster, IngestConfig config, InboxLock lock, MeterRegistry registry, Clock clock) {
    this.cluster = cluster;
    this.config = config;
    this.lock = lock;
    this.clock = clock;
    this.inbox = new Inbox(config.inbox(), config.settling(), clock);
    this.metrics = new IngestMetrics(registry, inbox::open);
    this.watcher = InboxWatcher.start(inbox, config.inbox(), config.rescan());
  }

  /**
   * Starts watching; connects to the cluster behind the caller's back.
   *
   * @throws IllegalStateException when the inbox has an ingester already
   */
  public static IngestApp start(
      Cluster cluster, IngestConfig config, MeterRegistry registry, Clock clock) {
    try {
      InboxLock lock = InboxLock.take(config.inbox(), config.inboxId(), temporary());
      if (!lock.isInInbox()) {
        LOG.warn(
            "inbox {} may not be written to: files stay, the ledger alone remembers",
            config.inbox());
      }
      IngestApp app = new IngestApp(cluster, config, lock, registry, clock);
      app.thread.start();
      LOG.info("watching inbox {} as {}", config.inbox(), config.inboxId());
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch inbox " + config.inbox(), e);
    }
  }

  /** Why no file can be settled, while none can. */
  public Optional<String> problem() {
    String fatal = problem.get();
    return fatal == null ? watcher.problem() : Optional.of(fatal);
  }

  /** Whether the ledger was read and files are being settled. */
  public boolean ready() {
    return ready && problem().isEmpty();
  }

  /** Whether every file of the inbox is settled, as far as the last look at it could see. */
  public boolean idle() {
    return ready() && inbox.isSettled();
  }

  /** For a progress line. */
  public IngestCounts counts() {
    return metrics.counts();
  }

  private void run() {
    try {
      work(new KafkaClients(cluster).producer(config.inboxId()));
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  private void work(Producer<byte[], byte[]> producer) {
    try {
      // First this: it ends what a predecessor left open, so that the ledger read next is all.
      producer.initTransactions();
      Ledger ledger = new Ledger(config.inboxId());
      new KafkaClients(cluster).readLedger(ledger::put);
      ready = true;
      pipeline(producer, ledger).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      stop(e);
    } finally {
      producer.close(GRACE);
    }
  }

  private IngestPipeline pipeline(Producer<byte[], byte[]> producer, Ledger ledger) {
    Transaction transaction = new Transaction(producer, cluster, config.commitEvery(), clock);
    Settlement settlement = new Settlement(inbox, new Shelves(config.inbox()), !lock.isInInbox());
    return new IngestPipeline(
        new IngestParts(
            config, inbox, Fingerprint::of, ledger, transaction, settlement, metrics, clock),
        () -> stopping);
  }

  private void stop(RuntimeException cause) {
    String reason = isFenced(cause) ? fenced() : "ingest cannot go on: " + cause;
    problem.set(reason);
    LOG.error("{}", reason, cause);
  }

  private String fenced() {
    return "another ingester has taken over inbox id " + config.inboxId() + "; it takes only one";
  }

  private static boolean isFenced(@Nullable Throwable cause) {
    return cause instanceof ProducerFencedException
        || cause instanceof InvalidProducerEpochException
        || (cause != null && isFenced(cause.getCause()));
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(GRACE.toMillis());
      watcher.close();
      lock.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("inbox {} is not closed cleanly", config.inbox(), e);
    }
  }
}
