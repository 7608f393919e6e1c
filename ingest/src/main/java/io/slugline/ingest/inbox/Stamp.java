package io.slugline.ingest.inbox;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What changes when a file is written to or replaced. */
record Stamp(long bytes, Instant modifiedAt, @Nullable Object identity) {

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
  }
}
