package io.slugline.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads content that must be held whole, up to a limit. */
final class Bounded {
  private Bounded() {}

  /** All bytes; empty when there are more than {@code max}. */
  static Optional<byte[]> read(InputStream stream, int max) throws IOException {
    byte[] bytes = stream.readNBytes(max);
    return stream.read() < 0 ? Optional.of(bytes) : Optional.empty();
  }

  static String tooLarge(int max) {
    return "article of more than " + max + " bytes";
  }
}
