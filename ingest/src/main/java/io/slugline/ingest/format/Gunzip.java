package io.slugline.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks gzip, members one after another read as one. */
final class Gunzip {
  private Gunzip() {}

  static InputStream of(InputStream stream, Limits limits, Guard.Unpacked unpacked)
      throws IOException {
    GzipCompressorInputStream gzip =
        GzipCompressorInputStream.builder()
            .setInputStream(new BufferedInputStream(stream, 1 << 16))
            .setDecompressConcatenated(true)
            .get();
    return new BufferedInputStream(
        new Guard(gzip, gzip::getCompressedCount, limits, unpacked), 1 << 16);
  }
}
