package io.slugline.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxLockTest {
  @TempDir Path folder;

  @Test
  void aSecondIngesterIsRefusedUntilTheFirstIsGone() throws Exception {
    try (InboxLock first = InboxLock.take(folder, "one", folder)) {
      assertThat(first.isInInbox()).isTrue();
      assertThatThrownBy(() -> InboxLock.take(folder, "one", folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("has an ingester already");
    }

    try (InboxLock second = InboxLock.take(folder, "one", folder)) {
      assertThat(second.isInInbox()).isTrue();
    }
  }

  @Test
  void anInboxThatTakesNoFileIsLockedBesideIt() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path beside = Files.createDirectory(folder.resolve("beside"));
    Files.createDirectory(inbox.resolve(InboxLock.NAME)); // nobody can write a file of this name

    try (InboxLock first = InboxLock.take(inbox, "one", beside)) {
      assertThat(first.isInInbox()).isFalse();
      assertThatThrownBy(() -> InboxLock.take(inbox, "one", beside))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
