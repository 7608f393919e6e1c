package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import io.slugline.ingest.inbox.ArrivedFile;
import io.slugline.ingest.inbox.Inbox;
import io.slugline.ingest.inbox.Shelves;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a file away that the ledger has settled: off the inbox where that can be done. */
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Inbox inbox;
  private final Shelves shelves;
  private final boolean staysInInbox;
  private final List<Stuck> stuck = new ArrayList<>();
  private Instant nextTry = Instant.EPOCH;

  private record Stuck(RawFile file, LedgerEntry entry) {}

  /**
   * @param staysInInbox the inbox may not be written to; the ledger alone remembers
   */
  Settlement(Inbox inbox, Shelves shelves, boolean staysInInbox) {
    this.inbox = inbox;
    this.shelves = shelves;
    this.staysInInbox = staysInInbox;
  }

  boolean staysInInbox() {
    return staysInInbox;
  }

  void putAway(RawFile file, LedgerEntry entry) {
    if (entry.state() == State.REJECTED) LOG.warn("rejected {}", Reasons.of(entry));
    if (file.arrived().hasChanged()) {
      inbox.forget(file.arrived());
      LOG.warn("{} changed while it was read, and will be read anew", file.arrived().path());
      return;
    }
    if (staysInInbox) {
      inbox.leaveHere(file.arrived());
      return;
    }
    Optional<String> problem = move(file, entry);
    if (problem.isEmpty()) return;
    stuck.add(new Stuck(file, entry));
    LOG.warn("{} is settled but stays: it cannot be moved: {}", entry.path(), problem.get());
  }

  /** Moves what could not be moved before; a disk may have room again. */
  void tryAgain(Instant now) {
    if (stuck.isEmpty() || now.isBefore(nextTry)) return;
    nextTry = now.plus(AGAIN);
    stuck.removeIf(s -> s.file().arrived().hasChanged() || move(s.file(), s.entry()).isEmpty());
  }

  /** Gives the reason when it cannot be moved. */
  private Optional<String> move(RawFile file, LedgerEntry entry) {
    ArrivedFile arrived = file.arrived();
    String reason = Reasons.of(entry);
    try {
      if (entry.state() == State.REJECTED) shelves.rejected(arrived, file.mark(), reason);
      else shelves.done(arrived, file.mark(), reason);
      inbox.forget(arrived);
      return Optional.empty();
    } catch (IOException e) {
      inbox.leaveHere(arrived);
      return Optional.of(e.toString());
    }
  }
}
