package io.slugline.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Linux says; a file that is not known to be whole would be waited for an hour. */
class InboxWatcherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Path root;
  private Inbox inbox;
  private InboxWatcher watcher;

  @BeforeEach
  void watch() throws Exception {
    root = Files.createDirectory(folder.resolve("inbox"));
    InboxTest.assumeOwnDisk(root);
    inbox = new Inbox(root, Duration.ofHours(1), Clock.systemUTC());
    watcher = InboxWatcher.start(inbox, root, Duration.ofMillis(100));
    for (moveIn("0.txt"); next(Duration.ofMillis(500)).isEmpty(); moveIn("0.txt")) {
      Files.delete(root.resolve("0.txt")); // moved before the folder was listened to
    }
  }

  @AfterEach
  void close() throws IOException {
    if (watcher != null) watcher.close();
  }

  @Test
  void aFileThatIsRenamedIntoPlaceIsTakenAtOnce() throws Exception {
    for (int i = 1; i <= 20; i++) {
      Path unfinished = Files.writeString(root.resolve("." + i), "all of it");

      Files.move(unfinished, root.resolve(i + ".txt"), StandardCopyOption.ATOMIC_MOVE);

      assertThat(next(PATIENCE)).contains(i + ".txt");
    }
  }

  @Test
  void aFileThatIsMovedInFromElsewhereIsTakenAtOnce() throws Exception {
    moveIn("a.txt");

    assertThat(next(PATIENCE)).contains("a.txt");
  }

  @Test
  void aFileThatIsMovedOverAnotherIsTakenAtOnce() throws Exception {
    Files.writeString(root.resolve("a.txt"), "written in place");
    moveIn("b.txt");
    assertThat(next(PATIENCE)).contains("b.txt");

    moveIn("a.txt");

    assertThat(next(PATIENCE)).contains("a.txt");
  }

  @Test
  void aFileThatIsWrittenInPlaceIsWaitedFor() throws Exception {
    Files.writeString(root.resolve("a.txt"), "half");
    moveIn("b.txt");
    assertThat(next(PATIENCE)).contains("b.txt");

    Files.writeString(root.resolve("a.txt"), " and half", StandardOpenOption.APPEND);
    moveIn("c.txt");

    assertThat(next(PATIENCE)).contains("c.txt");
    assertThat(next(Duration.ofMillis(200))).isEmpty();
    assertThat(inbox.isSettled()).isFalse();
  }

  @Test
  void aFileThatIsWrittenToAfterItWasMovedIsWaitedFor() throws Exception {
    Path unfinished = Files.writeString(root.resolve(".a"), "half");
    Files.move(unfinished, root.resolve("a.txt"), StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(root.resolve("a.txt"), " and half", StandardOpenOption.APPEND);

    moveIn("b.txt");

    assertThat(next(PATIENCE)).contains("b.txt");
    assertThat(next(Duration.ofMillis(200))).isEmpty();
  }

  @Test
  void aSecondNameOfAFileThatMayBeWrittenUnderItsFirstIsWaitedFor() throws Exception {
    Files.createLink(root.resolve("a.txt"), elsewhere("a.txt"));

    moveIn("b.txt");

    assertThat(next(PATIENCE)).contains("b.txt");
    assertThat(next(Duration.ofMillis(200))).isEmpty();
  }

  @Test
  void theFilesOfAFolderThatIsMovedInAreWaitedForAndLaterOnesAreNot() throws Exception {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Files.writeString(sub.resolve("a.txt"), "who knows");
    Files.move(sub, root.resolve("sub"));
    moveIn("b.txt");
    assertThat(next(PATIENCE)).contains("b.txt");

    Optional<String> taken = Optional.empty();
    for (int i = 0; taken.isEmpty() && i < 40; i++) { // until the folder is listened to
      Files.deleteIfExists(root.resolve("sub/c.txt"));
      moveIn("sub/c.txt");
      taken = next(Duration.ofMillis(500));
    }

    assertThat(taken).contains("sub/c.txt");
    assertThat(next(Duration.ofMillis(200))).isEmpty();
  }

  private void moveIn(String name) throws IOException {
    Files.move(elsewhere(name), root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A file that was written some time ago. */
  private Path elsewhere(String name) throws IOException {
    Path file = folder.resolve("elsewhere-" + name.replace('/', '-'));
    Files.writeString(file, "all of it");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private Optional<String> next(Duration patience) throws InterruptedException {
    Optional<ArrivedFile> next = inbox.next(patience);
    if (next.isEmpty()) return Optional.empty();
    // As if it were moved away, that it does not come again.
    try {
      Files.delete(next.get().file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inbox.forget(next.get());
    return next.map(ArrivedFile::path);
  }
}
