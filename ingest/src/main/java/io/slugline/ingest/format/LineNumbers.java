package io.slugline.ingest.format;

/**
 * Says on which line a place is. Places that are asked for in their order are counted only once.
 */
final class LineNumbers {
  private final byte[] text;
  private int at;
  private int line = 1;

  LineNumbers(byte[] text) {
    this.text = text;
  }

  /** Counted from 1. */
  int of(int place) {
    if (place < at) {
      at = 0;
      line = 1;
    }
    for (; at < place; at++) {
      if (text[at] == '\n') line++;
    }
    return line;
  }
}
