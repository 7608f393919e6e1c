package io.slugline.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines as bytes, of which none is held beyond a limit. */
final class Lines {
  private final InputStream stream;
  private final int max;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
  private int at;
  private int end;
  private long number;
  private boolean tooLong;

  Lines(InputStream stream, int max) {
    this.stream = stream;
    this.max = max;
  }

  /** Goes to the next line; false behind the last. */
  boolean next() throws IOException {
    line.reset();
    tooLong = false;
    if (!fill()) return false;
    number++;
    while (fill()) {
      int newline = newline();
      keep(newline - at);
      at = newline;
      if (at < end) {
        at++;
        return true;
      }
    }
    return true;
  }

  /** Bytes of this line without its end; cut off where it is too long. */
  byte[] bytes() {
    byte[] bytes = line.toByteArray();
    int length = bytes.length;
    if (length == 0 || bytes[length - 1] != '\r') return bytes;
    return java.util.Arrays.copyOf(bytes, length - 1);
  }

  /** Counted from 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong;
  }

  private boolean fill() throws IOException {
    if (at < end) return true;
    at = 0;
    end = Math.max(0, stream.read(buffer));
    return end > 0;
  }

  private int newline() {
    int i = at;
    while (i < end && buffer[i] != '\n') i++;
    return i;
  }

  private void keep(int length) {
    if (line.size() + length > max) {
      tooLong = true;
      return;
    }
    line.write(buffer, at, length);
  }
}
