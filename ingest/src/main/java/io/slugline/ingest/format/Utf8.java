package io.slugline.ingest.format;

/**
 * Says whether bytes are valid UTF-8. Every article is asked; the JDK's decoder, which writes
 * characters that nobody wants, took a third of ingest's time.
 */
final class Utf8 {
  private Utf8() {}

  static boolean isValid(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = sequence(bytes, at);
      if (length == 0) return false;
      at += length;
    }
    return true;
  }

  /** Length of the sequence of two to four bytes that starts here; 0 when there is none. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) return 0;
    int second = bytes[at + 1] & 0xFF;
    if (second < lowest(first) || second > highest(first)) return 0;
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) return 0;
    }
    return length;
  }

  /** Below it a character could be written shorter. */
  private static int lowest(int first) {
    if (first == 0xE0) return 0xA0;
    return first == 0xF0 ? 0x90 : 0x80;
  }

  /** Above it there are surrogates, or no characters at all. */
  private static int highest(int first) {
    if (first == 0xED) return 0x9F;
    return first == 0xF4 ? 0x8F : 0xBF;
  }
}
