package io.slugline.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Duration SETTLING = Duration.ofMillis(300);
  private static final Duration MOMENT = Duration.ofMillis(20);

  @TempDir Path root;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

  @Test
  void aFileIsReadyWhenItHasNotChangedForTheSettlingTime() throws Exception {
    Inbox inbox = inbox();
    Files.writeString(root.resolve("a.txt"), "half");
    inbox.look();
    pass(Duration.ofMillis(200));
    Files.writeString(root.resolve("a.txt"), "half and half");
    inbox.look();
    pass(Duration.ofMillis(200));
    inbox.look();
    assertThat(ready(inbox)).isEmpty();

    pass(Duration.ofMillis(100));
    inbox.look();

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  @Test
  void aFileArrivesWhenItIsFirstSeen() throws Exception {
    Inbox inbox = inbox();
    Instant first = clock.instant();
    Files.writeString(root.resolve("a.txt"), "text");
    inbox.look();
    pass(SETTLING);
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

  @Test
  void aFileThatWasRenamedIntoPlaceIsReadyAMomentLater() throws Exception {
    Inbox inbox = inboxOnOwnDisk();
    Path file = Files.writeString(root.resolve("a.txt"), "text");
    inbox.placements().renamed(file);
    inbox.look();
    inbox.look();
    assertThat(ready(inbox)).isEmpty();

    pass(MOMENT);
    inbox.look();

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  @Test
  void aFileThatMayHaveBeenCreatedHereIsWaitedForUnlessItsTimesTellOfAMove() throws Exception {
    Inbox inbox = inboxOnOwnDisk();
    Path written = Files.writeString(root.resolve("a.txt"), "text");
    Path moved = Files.writeString(root.resolve("b.txt"), "text");
    Files.setLastModifiedTime(moved, FileTime.from(clock.instant()));
    inbox.placements().appeared(written);
    inbox.placements().appeared(moved);

    glance(inbox);

    assertThat(ready(inbox)).containsExactly("b.txt");
  }

  @Test
  void aFileThatIsWrittenToAfterItWasRenamedIsWaitedFor() throws Exception {
    Inbox inbox = inboxOnOwnDisk();
    Path file = Files.writeString(root.resolve("a.txt"), "text");
    inbox.placements().renamed(file);
    inbox.look();
    inbox.placements().written(file);
    pass(MOMENT);
    inbox.look();
    assertThat(ready(inbox)).isEmpty();

    pass(SETTLING.minus(MOMENT));
    inbox.look();

    assertThat(ready(inbox)).containsExactly("a.txt");
  }

  @Test
  void aFileThatGrowsBetweenTwoLooksIsWaitedForThoughNobodyToldOfIt() throws Exception {
    Inbox inbox = inboxOnOwnDisk();
    Path file = Files.writeString(root.resolve("a.txt"), "half");
    inbox.placements().renamed(file);
    inbox.look();
    pass(MOMENT);
    Files.writeString(file, "half and half");

    inbox.look();

    assertThat(ready(inbox)).isEmpty();
  }

  @Test
  void lostWordEmptinessWholePagesAndOtherNamesAreReasonsToWait() throws Exception {
    Inbox inbox = inboxOnOwnDisk();
    inbox.placements().renamed(Files.writeString(root.resolve("lost.txt"), "text"));
    inbox.placements().clear();
    inbox.placements().renamed(Files.createFile(root.resolve("empty.txt")));
    inbox.placements().renamed(Files.writeString(root.resolve("pages.txt"), "p".repeat(8192)));
    Path named = Files.writeString(root.resolve(".named"), "text");
    inbox.placements().renamed(Files.createLink(root.resolve("link.txt"), named));
    inbox.placements().renamed(Files.createSymbolicLink(root.resolve("symbolic.txt"), named));

    glance(inbox);

    assertThat(ready(inbox)).isEmpty();
  }

  @Test
  void theNextLookComesAtOnceForARenamedFileAndSoonForAnother() throws Exception {
    Duration idle = Duration.ofSeconds(1);
    Inbox inbox = inbox();
    inbox.look();
    assertThat(inbox.nextLookIn(idle)).isEqualTo(idle);

    Path file = Files.writeString(root.resolve("a.txt"), "text");
    inbox.look();
    assertThat(inbox.nextLookIn(idle)).isEqualTo(Duration.ofMillis(50));

    inbox.placements().renamed(file);
    assertThat(inbox.nextLookIn(idle)).isEqualTo(MOMENT);
  }

  private Inbox inboxOnOwnDisk() throws IOException {
    assumeOwnDisk(root);
    return inbox();
  }

  static void assumeOwnDisk(Path folder) throws IOException {
    assumeThat(Files.getFileStore(folder).type())
        .as("only there are renames told from writes")
        .isIn(Placements.OWN_DISKS);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private void glance(Inbox inbox) throws IOException {
    inbox.look();
    pass(MOMENT);
    inbox.look();
  }

  private Inbox inbox() {
    return new Inbox(root, SETTLING, clock);
  }

  private void settle(Inbox inbox) throws IOException {
    inbox.look();
    pass(SETTLING);
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
}
