package io.slugline.ingest.format;

/** White space as JSON and XML know it. */
final class Blanks {
  private Blanks() {}

  static boolean is(int character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** Index of the first byte from {@code from} on that is not blank; the length without one. */
  static int skip(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && is(bytes[i])) i++;
    return i;
  }
}
