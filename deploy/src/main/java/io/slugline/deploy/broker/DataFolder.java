package io.slugline.deploy.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The broker's folder, held by one process at a time. A second broker on one folder would poison
 * the first, healthy one, so the lock is taken before anything else is touched.
 *
 * @param wasKilled the last broker on it did not close it
 */
record DataFolder(Path path, FileChannel lock, boolean wasKilled) implements AutoCloseable {
  private static final String IN_USE = ".in-use";

  static DataFolder hold(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(
          "the data folder " + path + " is in use by another Slugline: stop it, or name another");
    }
    boolean wasKilled = Files.exists(path.resolve(IN_USE));
    if (!wasKilled) Files.createFile(path.resolve(IN_USE));
    return new DataFolder(path, channel, wasKilled);
  }

  /** Whether a process, this one included, holds it now. */
  static boolean isHeld(Path path) throws IOException {
    Path lock = path.resolve(".lock");
    if (!Files.exists(lock)) return false;
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    }
  }

  /** Says where the broker listens, to those who know the folder only. */
  static Path address(Path path) {
    return path.resolve(".address");
  }

  Path log() {
    return path.resolve("log");
  }

  Path metadata() {
    return path.resolve("metadata");
  }

  /** Gives the folder up; the operating system does the same when the process is killed. */
  @Override
  public void close() throws IOException {
    if (lock.isOpen()) Files.deleteIfExists(path.resolve(IN_USE));
    lock.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }
}
