package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import io.slugline.ingest.inbox.ArrivedFile;
import io.slugline.ingest.inbox.Inbox;
import io.slugline.ingest.inbox.Shelves;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a file away that the ledger has settled: off the inbox where that can be done. */
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final Inbox inbox;
  private final Shelves shelves;
  private final boolean staysInInbox;

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
    ArrivedFile arrived = file.arrived();
    String reason = Reasons.of(entry);
    if (entry.state() == State.REJECTED) LOG.warn("rejected {}", reason);
    if (arrived.hasChanged()) {
      inbox.forget(arrived);
      LOG.warn("{} changed while it was read, and will be read anew", arrived.path());
      return;
    }
    if (staysInInbox) {
      inbox.leaveHere(arrived);
      return;
    }
    move(file, entry.state() == State.REJECTED, reason);
  }

  private void move(RawFile file, boolean isRejected, String reason) {
    ArrivedFile arrived = file.arrived();
    try {
      if (isRejected) shelves.rejected(arrived, file.mark(), reason);
      else shelves.done(arrived, file.mark(), reason);
      inbox.forget(arrived);
    } catch (IOException e) {
      inbox.leaveHere(arrived);
      LOG.warn("{} is settled but stays: it cannot be moved: {}", arrived.path(), e.toString());
    }
  }
}
