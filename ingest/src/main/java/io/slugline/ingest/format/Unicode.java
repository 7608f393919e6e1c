package io.slugline.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes UTF-8 of UTF-16 and UTF-32, so that a file can be cut at bytes. Every other encoding has
 * ASCII's brackets and quotes where ASCII has them, and stays as it is.
 */
final class Unicode {
  private static final int LONGEST_MARK = 4;

  private Unicode() {}

  /** The same text as UTF-8 where it was UTF-16 or UTF-32; a byte order mark is gone. */
  static InputStream utf8(InputStream stream) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(stream, LONGEST_MARK);
    byte[] start = pushback.readNBytes(LONGEST_MARK);
    Optional<Charset> wide = wide(start);
    int mark = markLength(start);
    pushback.unread(start, mark, start.length - mark);
    if (wide.isEmpty()) return pushback;
    return new Recoded(new InputStreamReader(pushback, wide.get()));
  }

  /** UTF-16 or UTF-32 as a byte order mark says, or as the zeros beside a first ASCII character. */
  static Optional<Charset> wide(byte[] start) {
    if (starts(start, 0xFF, 0xFE, 0, 0)) return Optional.of(Charset.forName("UTF-32LE"));
    if (starts(start, 0, 0, 0xFE, 0xFF)) return Optional.of(Charset.forName("UTF-32BE"));
    if (starts(start, 0xFF, 0xFE)) return Optional.of(StandardCharsets.UTF_16LE);
    if (starts(start, 0xFE, 0xFF)) return Optional.of(StandardCharsets.UTF_16BE);
    if (start.length < LONGEST_MARK || start[2] == 0 && start[3] == 0) return Optional.empty();
    if (start[0] == 0 && start[1] != 0) return Optional.of(StandardCharsets.UTF_16BE);
    if (start[0] != 0 && start[1] == 0) return Optional.of(StandardCharsets.UTF_16LE);
    return Optional.empty();
  }

  static int markLength(byte[] start) {
    if (starts(start, 0xEF, 0xBB, 0xBF)) return 3;
    if (starts(start, 0xFF, 0xFE, 0, 0) || starts(start, 0, 0, 0xFE, 0xFF)) return 4;
    return starts(start, 0xFF, 0xFE) || starts(start, 0xFE, 0xFF) ? 2 : 0;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) return false;
    }
    return true;
  }

  /** Text read through a reader, given out as UTF-8. */
  private static final class Recoded extends InputStream {
    private final Reader reader;
    private final char[] characters = new char[1 << 13];
    private ByteArrayInputStream ready = new ByteArrayInputStream(new byte[0]);

    Recoded(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return fill() ? ready.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) return 0;
      return fill() ? ready.read(bytes, from, length) : -1;
    }

    private boolean fill() throws IOException {
      if (ready.available() > 0) return true;
      int read = reader.read(characters, 0, characters.length - 1);
      if (read <= 0) return false;
      if (Character.isHighSurrogate(characters[read - 1])) {
        int low = reader.read();
        if (low >= 0) characters[read++] = (char) low;
      }
      ready =
          new ByteArrayInputStream(
              new String(characters, 0, read).getBytes(StandardCharsets.UTF_8));
      return true;
    }
  }
}
