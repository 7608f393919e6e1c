package io.slugline.ingest.format;

/**
 * An XML document in memory.
 *
 * @param text its bytes, in an encoding in which ASCII's brackets stand where ASCII has them
 * @param raw its bytes as they arrived; another array only where they were UTF-16 or UTF-32
 * @param encoding of {@code text}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record XmlDocument(byte[] text, byte[] raw, String encoding) {

  /** Line of a place in the text, counted from 1. */
  int line(int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (text[i] == '\n') line++;
    }
    return line;
  }
}
