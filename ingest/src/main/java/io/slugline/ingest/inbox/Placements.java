package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files were renamed into place, and so are whole without being waited for. Believes only
 * what cannot be said of a file that is still written; of every other it says nothing. For one
 * thread.
 */
final class Placements {
  private static final String TRACES = "size,lastModifiedTime,fileKey,ctime,nlink,dev";

  /** Disks of this machine: all that happens there is reported, and all times are of one clock. */
  static final Set<String> OWN_DISKS =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "overlay");

  /** What a single write has done so far shows in whole pages of this many bytes. */
  private static final int PAGE = 4096;

  private final @Nullable Object disk;
  private final Map<Path, Manner> placed = new HashMap<>();

  private enum Manner {
    /** A name that was not there before, or that means another file now. */
    APPEARED,
    /** And the name of an unfinished file went in the same moment. */
    RENAMED
  }

  Placements(Path root) {
    this.disk = disk(root);
  }

  private static @Nullable Object disk(Path root) {
    try {
      if (!OWN_DISKS.contains(Files.getFileStore(root).type())) return null;
    } catch (IOException e) {
      return null;
    }
    return UnixAttributes.of(root, "dev").map(kept -> kept.get("dev")).orElse(null);
  }

  void appeared(Path file) {
    placed.put(file, Manner.APPEARED);
  }

  void renamed(Path file) {
    placed.put(file, Manner.RENAMED);
  }

  /** It was changed where it lies, or is gone. */
  void written(Path file) {
    placed.remove(file);
  }

  /** Word of some file may have been lost. */
  void clear() {
    placed.clear();
  }

  /** Word of some file of this folder may have been lost. */
  void clear(Path folder) {
    placed.keySet().removeIf(file -> file.startsWith(folder));
  }

  void retain(Collection<Path> files) {
    placed.keySet().retainAll(files);
  }

  boolean isHinted(Path file) {
    return placed.containsKey(file);
  }

  /**
   * Whether a file that has had this stamp for a moment is whole. Asked once: who gets no for an
   * answer waits until the file settles.
   */
  boolean isWhole(Path file, Stamp stamp) {
    Manner manner = placed.remove(file);
    if (manner == null || disk == null || stamp.bytes() == 0) return false;
    return UnixAttributes.of(file, TRACES, LinkOption.NOFOLLOW_LINKS)
        .filter(traces -> isWhole(traces, stamp, manner))
        .isPresent();
  }

  private boolean isWhole(Map<String, Object> traces, Stamp stamp, Manner manner) {
    FileTime modifiedAt = FileTime.from(stamp.modifiedAt());
    boolean isTheSame =
        Objects.equals(traces.get("size"), stamp.bytes())
            && Objects.equals(traces.get("lastModifiedTime"), modifiedAt)
            && Objects.equals(traces.get("fileKey"), stamp.identity());
    boolean isOnlyHere =
        Objects.equals(traces.get("nlink"), 1) && Objects.equals(traces.get("dev"), disk);
    if (!isTheSame || !isOnlyHere) return false;
    // A write sets both times to the same; a rename sets the change time alone.
    boolean isMovedAfterItWasWritten = !modifiedAt.equals(traces.get("ctime"));
    return isMovedAfterItWasWritten || (manner == Manner.RENAMED && stamp.bytes() % PAGE != 0);
  }
}
