package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What only Unix keeps of a file. */
final class UnixAttributes {

  private UnixAttributes() {}

  /**
   * Attributes by their names.
   *
   * @param names parted by commas
   * @return empty where the file is gone, or the file system keeps none of these
   */
  static Optional<Map<String, Object>> of(Path file, String names, LinkOption... options) {
    try {
      return Optional.of(Files.readAttributes(file, "unix:" + names, options));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
