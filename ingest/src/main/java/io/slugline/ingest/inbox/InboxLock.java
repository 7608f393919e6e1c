package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one ingester of an inbox. Two of them would each fence off the other's transactions,
 * so the second is refused before it says a word to the broker.
 */
public final class InboxLock implements AutoCloseable {
  static final String NAME = ".slugline-ingest.lock";

  private final FileChannel channel;
  private final boolean inInbox;

  private InboxLock(FileChannel channel, boolean inInbox) {
    this.channel = channel;
    this.inInbox = inInbox;
  }

  /**
   * Locks the inbox, or, where it may not be written to, a file named by its id in {@code
   * fallback}.
   *
   * @throws IllegalStateException when another ingester has it
   */
  public static InboxLock take(Path root, String id, Path fallback) throws IOException {
    FileChannel inside = open(root.resolve(NAME));
    if (inside != null) return locked(inside, root, true);
    FileChannel outside = open(fallback.resolve("slugline-ingest-" + id + ".lock"));
    if (outside == null) throw new IOException("cannot write a lock file to " + fallback);
    return locked(outside, root, false);
  }

  /** Whether the inbox took a file of ours, and so lets its files be moved. */
  public boolean isInInbox() {
    return inInbox;
  }

  private static @Nullable FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return null;
    }
  }

  private static InboxLock locked(FileChannel channel, Path root, boolean inInbox)
      throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) return new InboxLock(channel, inInbox);
    } catch (OverlappingFileLockException e) {
      // Held by this very process: refused like any other.
    }
    channel.close();
    throw new IllegalStateException(
        "inbox " + root + " has an ingester already; it takes only one");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
