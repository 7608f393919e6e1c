package io.slugline.ingest;

import io.slugline.ingest.format.BadFileException;
import io.slugline.ingest.inbox.ArrivedFile;
import io.slugline.ingest.inbox.Fingerprint;
import io.slugline.ingest.inbox.Hashing;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * A raw file and what file it is.
 *
 * @param hash of its content; of its path and size where the content cannot be read
 * @param problem why the content cannot be read
 */
record RawFile(ArrivedFile arrived, String hash, @Nullable String problem) {
  private static final int MARK = 8;

  /**
   * @throws NoSuchFileException when it has vanished
   */
  static RawFile of(ArrivedFile arrived, Hashing hashing) throws NoSuchFileException {
    try {
      return new RawFile(arrived, hashing.of(arrived.file()), null);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      String instead = arrived.path() + " " + arrived.bytes() + " " + arrived.modifiedAt();
      return new RawFile(arrived, Fingerprint.of(instead), "cannot be opened: " + e);
    }
  }

  void refuseIfUnreadable() throws BadFileException {
    if (problem != null) throw new BadFileException(problem);
  }

  /** Tells files of one name apart. */
  String mark() {
    return hash.substring(0, MARK);
  }
}
