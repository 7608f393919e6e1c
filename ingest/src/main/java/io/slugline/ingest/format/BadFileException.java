package io.slugline.ingest.format;

import java.io.IOException;

/** A file, or a member of an archive, cannot be read to its end; the message says why and where. */
public final class BadFileException extends IOException {
  private static final long serialVersionUID = 1;

  public BadFileException(String reason) {
    super(reason);
  }

  BadFileException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
