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
 * A folder of data, held by one process at a time. A second broker on one folder would poison the
 * first, healthy one, and a second stage take its work away, so the lock is taken before anything
 * else is touched.
 */
public record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

  /**
   * Holds it, and makes it when it is missing.
   *
   * @throws IOException when another process holds it
   */
  public static DataFolder hold(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(
          "the data folder " + path + " is in use by another Slugline: stop it, or name another");
    }
    return new DataFolder(path, channel);
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
