package io.slugline.ingest;

import io.slugline.contract.Topic;
import io.slugline.ingest.format.Limits;
import io.slugline.ingest.inbox.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What ingest reads, and how.
 *
 * @param inbox folder watched for raw files
 * @param inboxId names the inbox in ledger and transactions, wherever it is mounted
 * @param backfill old articles: they never page
 * @param limits how much one file may ask of us
 * @param settling how long a file must be unchanged before it is taken for finished, if it was not
 *     renamed into place
 * @param rescan how often the inbox is looked at when the system reports no change
 * @param commitEvery how long a transaction stays open while there is more to publish
 */
public record IngestConfig(
    Path inbox,
    String inboxId,
    boolean backfill,
    Limits limits,
    Duration settling,
    Duration rescan,
    Duration commitEvery) {
  /** Left of a record for the headers that came along. */
  private static final int HEADER_ROOM = 1 << 20;

  public IngestConfig {
    List<String> problems = new ArrayList<>();
    if (!Files.isDirectory(inbox)) problems.add("inbox: " + inbox + " is not a folder");
    if (!inboxId.matches("[A-Za-z0-9._-]{1,100}")) {
      problems.add("inboxId: '" + inboxId + "' is not 1 to 100 letters, digits, '.', '_' or '-'");
    }
    int largest = Topic.MAX_RECORD_BYTES - HEADER_ROOM;
    if (limits.articleBytes() < 1 || limits.articleBytes() > largest) {
      problems.add("limits.articleBytes: " + limits.articleBytes() + " is not 1 to " + largest);
    }
    if (limits.documentBytes() < limits.articleBytes()) {
      problems.add("limits.documentBytes: less than limits.articleBytes");
    }
    if (limits.ratio() < 2) problems.add("limits.ratio: " + limits.ratio() + " is less than 2");
    if (limits.entries() < 1)
      problems.add("limits.entries: " + limits.entries() + " is less than 1");
    if (limits.unpackedBytes() < 1) problems.add("limits.unpackedBytes: less than 1");
    if (settling.isNegative()) problems.add("settling: " + settling + " is negative");
    if (rescan.toMillis() < 1) problems.add("rescan: " + rescan + " is less than a millisecond");
    if (commitEvery.toMillis() < 1) problems.add("commitEvery: " + commitEvery + " is too short");
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
  }

  /** An inbox with standard settings, its id made from where it really lies. */
  public static IngestConfig of(Path inbox) {
    return new IngestConfig(
        inbox,
        idOf(inbox),
        false,
        Limits.standard(),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofMillis(100));
  }

  public IngestConfig withBackfill(boolean isBackfill) {
    return new IngestConfig(inbox, inboxId, isBackfill, limits, settling, rescan, commitEvery);
  }

  public IngestConfig withLimits(Limits others) {
    return new IngestConfig(inbox, inboxId, backfill, others, settling, rescan, commitEvery);
  }

  private static String idOf(Path inbox) {
    try {
      return "inbox-" + Fingerprint.of(inbox.toRealPath().toString()).substring(0, 12);
    } catch (IOException e) {
      throw new IllegalArgumentException("inbox: " + inbox + " is not a folder", e);
    }
  }
}
