package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A raw file in the inbox that has stopped growing.
 *
 * @param path in the inbox, with {@code /} between its parts
 * @param arrivedAt when it was first seen
 */
public record ArrivedFile(Path file, String path, Instant arrivedAt, Stamp stamp) {

  public long bytes() {
    return stamp.bytes();
  }

  public Instant modifiedAt() {
    return stamp.modifiedAt();
  }

  /** Whether it is no longer the file that was seen. */
  public boolean hasChanged() {
    try {
      return !stamp.equals(Stamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Whether it lay here, as it is, at that time. A copy made later has a later change time, even
   * one that was given an old modification time.
   */
  public boolean layHereAt(Instant time) {
    return !placedAt().isAfter(time);
  }

  private Instant placedAt() {
    return UnixAttributes.of(file, "ctime")
        .map(kept -> (FileTime) kept.get("ctime"))
        .map(FileTime::toInstant)
        .orElse(stamp.modifiedAt());
  }
}
