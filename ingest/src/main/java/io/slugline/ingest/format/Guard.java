package io.slugline.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Stops reading what unfolds to far more than it took on disk. */
final class Guard extends FilterInputStream {
  /** Below this much a file is never called a bomb: short runs of blanks pack very well. */
  private static final long HARMLESS = 1 << 20;

  private final LongSupplier packed;
  private final Limits limits;
  private final Unpacked unpacked;
  private long here;

  /** How much one file has unfolded to so far, all its members together. */
  static final class Unpacked {
    private long bytes;
  }

  /**
   * @param packed how many compressed bytes were read so far, or are to be read
   */
  Guard(InputStream stream, LongSupplier packed, Limits limits, Unpacked unpacked) {
    super(stream);
    this.packed = packed;
    this.limits = limits;
    this.unpacked = unpacked;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) check(1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    if (read > 0) check(read);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    check(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check(long more) throws IOException {
    here += more;
    unpacked.bytes += more;
    if (unpacked.bytes > limits.unpackedBytes()) {
      throw new BombException("unfolds to more than " + limits.unpackedBytes() + " bytes");
    }
    long packedBytes = Math.max(1, packed.getAsLong());
    if (here > HARMLESS && here / packedBytes >= limits.ratio()) {
      throw new BombException(
          "unfolds to " + limits.ratio() + " times its size or more: taken for a zip bomb");
    }
  }

  /** The whole file is given up, not only the member that showed it. */
  static final class BombException extends IOException {
    private static final long serialVersionUID = 1;

    BombException(String reason) {
      super(reason);
    }
  }
}
