package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.Rejection;
import io.slugline.contract.LedgerEntry.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running account of one file: {@code articles = published + rejected}, at every moment. */
final class Account {
  private static final int MOST_REJECTIONS = 100;

  private final RawFile file;
  private final String inbox;
  private final Instant arrivedAt;
  private final int settledBefore;
  private final List<Rejection> rejections = new ArrayList<>();
  private int met;
  private int published;
  private int rejected;

  /**
   * @param halfway where a crash left it
   */
  Account(RawFile file, String inbox, @Nullable LedgerEntry halfway) {
    this.file = file;
    this.inbox = inbox;
    this.arrivedAt = halfway == null ? file.arrived().arrivedAt() : halfway.arrivedAt();
    this.settledBefore = halfway == null ? 0 : halfway.articles();
    if (halfway == null) return;
    this.published = halfway.published();
    this.rejected = halfway.rejected();
    this.rejections.addAll(halfway.rejections());
  }

  /** Meets the next article; true when it was dealt with before a crash. */
  boolean meetsAgain() {
    return met++ < settledBefore;
  }

  /** Place in the file of the article that was met last. */
  int index() {
    return met - 1;
  }

  String articleId() {
    return file.hash() + "-" + index();
  }

  void published() {
    published++;
  }

  void rejected(String reason) {
    rejected++;
    if (rejections.size() < MOST_REJECTIONS) rejections.add(new Rejection(index(), reason));
  }

  RawFile file() {
    return file;
  }

  Instant arrivedAt() {
    return arrivedAt;
  }

  LedgerEntry reading() {
    return entry(State.READING, null, null);
  }

  /** Read to its end; rejected when it held articles and none was fit to publish. */
  LedgerEntry read(Instant now) {
    if (published == 0 && rejected > 0) return broken(rejections.get(0).reason(), now);
    return entry(State.DONE, null, now);
  }

  /** Could not be read to its end. */
  LedgerEntry broken(String reason, Instant now) {
    String after = published == 0 ? "" : " (" + published + " articles before were published)";
    return entry(State.REJECTED, file.arrived().path() + ": " + reason + after, now);
  }

  LedgerEntry repeat(LedgerEntry first, Instant now) {
    return new LedgerEntry(
        file.hash(),
        inbox,
        file.arrived().path(),
        file.arrived().bytes(),
        State.REPEAT,
        0,
        0,
        0,
        List.of(),
        null,
        first.path(),
        arrivedAt,
        now);
  }

  private LedgerEntry entry(State state, @Nullable String reason, @Nullable Instant settledAt) {
    return new LedgerEntry(
        file.hash(),
        inbox,
        file.arrived().path(),
        file.arrived().bytes(),
        state,
        published + rejected,
        published,
        rejected,
        rejections,
        reason,
        null,
        arrivedAt,
        settledAt);
  }
}
