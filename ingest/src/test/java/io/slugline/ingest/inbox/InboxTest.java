package io.slugline.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Duration SETTLING = Duration.ofMillis(300);

  @TempDir Path root;
  private final Hand clock = new Hand();

  @Test
  void aFileIsReadyWhenItHasNotChangedForTheSettlingTime() throws Exception {
    Inbox inbox = inbox();
    Files.writeString(root.resolve("a.txt"), "half");
    inbox.look();
    clock.pass(Duration.ofMillis(200));
    Files.writeString(root.resolve("a.txt"), "half and half");
    inbox.look();
    clock.pass(Duration.ofMillis(200));
    inbox.look();
    assertThat(ready(inbox)).isEmpty();

    clock.pass(Duration.ofMillis(100));
    inbox.look();

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  @Test
  void aFileArrivesWhenItIsFirstSeen() throws Exception {
    Inbox inbox = inbox();
    Instant first = clock.instant();
    Files.writeString(root.resolve("a.txt"), "text");
    inbox.look();
    clock.pass(SETTLING);
    inbox.look();

    ArrivedFile file = inbox.next(Duration.ZERO).orElseThrow();

    assertThat(file.arrivedAt()).isEqualTo(first);
    assertThat(file.bytes()).isEqualTo(4);
  }

  @Test
  void hiddenUnfinishedAndSettledFilesAreLeftAlone() throws Exception {
    for (String name :
        List.of(
            ".hidden.txt",
            "a.txt.tmp",
            "b.part",
            ".git/c.txt",
            "done/d.txt",
            "rejected/e.txt",
            "sub/done/f.txt",
            "sub/g.html")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "text");
    }
    Inbox inbox = inbox();

    settle(inbox);

    assertThat(ready(inbox)).containsExactly("sub/done/f.txt", "sub/g.html");
  }

  @Test
  void aFileThatIsRenamedIntoPlaceIsTakenUnderItsNewName() throws Exception {
    Inbox inbox = inbox();
    Files.writeString(root.resolve("a.txt.tmp"), "text");
    settle(inbox);
    Files.move(root.resolve("a.txt.tmp"), root.resolve("a.txt"));

    settle(inbox);

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  @Test
  void itIsSettledWhenNothingIsLeftToWaitFor() throws Exception {
    Inbox inbox = inbox();
    assertThat(inbox.isSettled()).isFalse();
    Files.writeString(root.resolve("a.txt"), "text");
    Files.writeString(root.resolve("b.txt"), "text");
    settle(inbox);
    assertThat(inbox.isSettled()).isFalse();

    inbox.forget(inbox.next(Duration.ZERO).orElseThrow());
    inbox.leaveHere(inbox.next(Duration.ZERO).orElseThrow());

    assertThat(inbox.isSettled()).isTrue();
  }

  @Test
  void aFileThatStaysIsNotReadAgainUntilItChanges() throws Exception {
    Inbox inbox = inbox();
    Files.writeString(root.resolve("a.txt"), "text");
    settle(inbox);
    inbox.leaveHere(inbox.next(Duration.ZERO).orElseThrow());
    settle(inbox);
    assertThat(ready(inbox)).isEmpty();

    Files.writeString(root.resolve("a.txt"), "another text");
    settle(inbox);

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  @Test
  void aFileThatVanishesIsForgotten() throws Exception {
    Inbox inbox = inbox();
    Files.writeString(root.resolve("a.txt"), "text");
    inbox.look();
    Files.delete(root.resolve("a.txt"));

    inbox.look();

    assertThat(inbox.isSettled()).isTrue();
  }

  @Test
  void anInboxThatVanishesIsAProblemAndMayComeBack() throws Exception {
    Path folder = Files.createDirectory(root.resolve("in"));
    Inbox inbox = new Inbox(folder, SETTLING, clock);
    inbox.look();
    Files.delete(folder);
    assertThatThrownBy(inbox::look).isInstanceOf(NoSuchFileException.class);

    Files.createDirectory(folder);
    Files.writeString(folder.resolve("a.txt"), "text");
    settle(inbox);

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  private Inbox inbox() {
    return new Inbox(root, SETTLING, clock);
  }

  private void settle(Inbox inbox) throws IOException {
    inbox.look();
    clock.pass(SETTLING);
    inbox.look();
  }

  private static List<String> ready(Inbox inbox) throws InterruptedException {
    List<String> paths = new ArrayList<>();
    for (Optional<ArrivedFile> next = inbox.next(Duration.ZERO);
        next.isPresent();
        next = inbox.next(Duration.ZERO)) {
      paths.add(next.get().path());
    }
    return paths;
  }

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
