package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the ledger topic says of every file, as one inbox sees it. */
final class Ledger {
  private final String inbox;
  private final Map<String, LedgerEntry> mine = new HashMap<>();
  private final Map<String, LedgerEntry> others = new HashMap<>();
  private final Map<String, LedgerEntry> repeats = new HashMap<>();

  Ledger(String inbox) {
    this.inbox = inbox;
  }

  void put(LedgerEntry entry) {
    if (entry.state() == State.REPEAT) {
      if (entry.inbox().equals(inbox)) repeats.put(repeatKey(entry.file(), entry.path()), entry);
    } else if (entry.inbox().equals(inbox)) {
      mine.put(entry.file(), entry);
    } else if (isPublished(entry)) {
      others.put(entry.file(), entry);
    }
  }

  /** The entry of a file that was settled and only needs to be put away. */
  Optional<LedgerEntry> settled(RawFile file, boolean staysInInbox) {
    String path = file.arrived().path();
    LedgerEntry first = mine.get(file.hash());
    LedgerEntry repeat = repeats.get(repeatKey(file.hash(), path));
    LedgerEntry entry = first != null && isSettledAt(first, path) ? first : repeat;
    if (entry == null || entry.settledAt() == null) return Optional.empty();
    boolean isTheSame = staysInInbox || file.arrived().layHereAt(entry.settledAt());
    return isTheSame ? Optional.of(entry) : Optional.empty();
  }

  private static boolean isSettledAt(LedgerEntry entry, String path) {
    return entry.state() != State.READING && entry.path().equals(path);
  }

  /** The file of the same content that was published first, here or in another inbox. */
  Optional<LedgerEntry> first(RawFile file) {
    LedgerEntry here = mine.get(file.hash());
    LedgerEntry elsewhere = others.get(file.hash());
    if (here != null && isPublished(here)) return Optional.of(here);
    if (here != null) return Optional.empty();
    return Optional.ofNullable(elsewhere);
  }

  /** How far a file was read before a crash. */
  Optional<LedgerEntry> halfway(RawFile file) {
    return Optional.ofNullable(mine.get(file.hash())).filter(e -> e.state() == State.READING);
  }

  /** One that was rejected with nothing published may be tried again. */
  private static boolean isPublished(LedgerEntry entry) {
    return entry.state() == State.DONE
        || (entry.state() == State.REJECTED && entry.published() > 0);
  }

  private static String repeatKey(String hash, String path) {
    return hash + " " + path;
  }
}
