package io.slugline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.LedgerEntry;
import io.slugline.ingest.inbox.ArrivedFile;
import io.slugline.ingest.inbox.Fingerprint;
import io.slugline.ingest.inbox.Inbox;
import io.slugline.ingest.inbox.Shelves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementTest {
  @TempDir Path root;

  @Test
  void whatCannotBeMovedIsTriedAgainAMinuteLater() throws Exception {
    Inbox inbox = new Inbox(root, Duration.ZERO, Clock.systemUTC());
    Settlement settlement = new Settlement(inbox, new Shelves(root), false);
    Path wall = Files.createFile(Files.createDirectory(root.resolve("done")).resolve("sub"));
    Files.writeString(Files.createDirectory(root.resolve("sub")).resolve("a.txt"), "text");
    inbox.look();
    inbox.look();
    ArrivedFile arrived = inbox.next(Duration.ZERO).orElseThrow();
    RawFile file = RawFile.of(arrived, Fingerprint::of);
    Instant now = Instant.now();
    LedgerEntry done = new Account(file, "inbox", null).read(now);

    settlement.putAway(file, done);
    settlement.tryAgain(now);
    Files.delete(wall);
    settlement.tryAgain(now.plusSeconds(59));
    assertThat(root.resolve("sub/a.txt")).exists();
    settlement.tryAgain(now.plusSeconds(61));

    assertThat(root.resolve("sub/a.txt")).doesNotExist();
    assertThat(root.resolve("done/sub/a.txt")).exists();
    assertThat(inbox.isSettled()).isTrue();
  }
}
