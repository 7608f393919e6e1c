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
 */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

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
    return new DataFolder(path, channel);
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
