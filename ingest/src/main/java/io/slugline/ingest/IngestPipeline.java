package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import io.slugline.ingest.format.Containers;
import io.slugline.ingest.inbox.ArrivedFile;
import io.slugline.ingest.inbox.Hashing;
import io.slugline.ingest.inbox.Inbox;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flow: inbox, what file is it, what is in it, {@code articles.raw} and ledger, {@code done/}
 * or {@code rejected/}. One thread, one file after the other.
 */
final class IngestPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(IngestPipeline.class);
  private static final Duration IDLE = Duration.ofMillis(50);

  private final IngestConfig config;
  private final Inbox inbox;
  private final Hashing hashing;
  private final Ledger ledger;
  private final Containers containers;
  private final Transaction transaction;
  private final Settlement settlement;
  private final IngestMetrics metrics;
  private final Clock clock;
  private final BooleanSupplier isStopping;

  IngestPipeline(IngestParts parts, BooleanSupplier isStopping) {
    this.config = parts.config();
    this.inbox = parts.inbox();
    this.hashing = parts.hashing();
    this.ledger = parts.ledger();
    this.containers = new Containers(config.limits());
    this.transaction = parts.transaction();
    this.settlement = parts.settlement();
    this.metrics = parts.metrics();
    this.clock = parts.clock();
    this.isStopping = isStopping;
  }

  /** Runs until it is told to stop; what was begun then is in the ledger. */
  void run() throws InterruptedException {
    try {
      while (!isStopping.getAsBoolean()) step();
      transaction.commit();
    } catch (Publication.StoppedException e) {
      LOG.info("stopped in the middle of a file; it will be taken up where it was left");
    }
  }

  void step() throws InterruptedException {
    Optional<ArrivedFile> next = inbox.next(transaction.isOpen() ? Duration.ZERO : IDLE);
    if (next.isPresent()) pass(next.get());
    if (next.isEmpty() || transaction.isDue()) transaction.commit();
    settlement.tryAgain(clock.instant());
  }

  private void pass(ArrivedFile arrived) {
    try {
      RawFile file = RawFile.of(arrived, hashing);
      if (arrived.hasChanged()) {
        inbox.forget(arrived);
        return;
      }
      Optional<LedgerEntry> settled = ledger.settled(file, settlement.staysInInbox());
      if (settled.isPresent()) settlement.putAway(file, settled.get());
      else settle(file, account(file));
    } catch (NoSuchFileException e) {
      inbox.forget(arrived);
      LOG.info("{} vanished before it was read", arrived.path());
    }
  }

  private LedgerEntry account(RawFile file) throws NoSuchFileException {
    Optional<LedgerEntry> first = ledger.first(file);
    Account account = new Account(file, config.inboxId(), ledger.halfway(file).orElse(null));
    if (first.isPresent()) return account.repeat(first.get(), clock.instant());
    Publication publication = new Publication(account, config, transaction, metrics, isStopping);
    try {
      file.refuseIfUnreadable();
      containers.read(file.arrived().file(), file.arrived().path(), headers(file), publication);
      if (file.arrived().hasChanged())
        return account.broken("changed while it was read", clock.instant());
      return account.read(clock.instant());
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (publication.isPublishing() && e instanceof RuntimeException ours) throw ours;
      LOG.debug("{} cannot be read", file.arrived().path(), e);
      return account.broken(reason(e), clock.instant());
    }
  }

  private void settle(RawFile file, LedgerEntry entry) {
    ledger.put(entry);
    transaction.enter(entry);
    if (entry.rejected() > 0 || entry.state() == State.REJECTED) {
      transaction.bury(entry, Reasons.of(entry));
    }
    transaction.afterCommit(() -> metrics.file(entry));
    transaction.afterCommit(() -> settlement.putAway(file, entry));
  }

  private static Map<String, String> headers(RawFile file) {
    return Map.of("file-modified", file.arrived().modifiedAt().toString());
  }

  private static String reason(Exception problem) {
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }
}
