package io.slugline.alerting.watch.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The units of a text, told apart eight at a time: ASCII letters and digits, of which nearly all
 * tokens are made; units that may or may not belong to a token; and those that never do.
 *
 * <p>Eight bytes are compared at once in one long, each in its own byte, as in Warren's "Hacker's
 * Delight", chapter 6.
 */
final class Units {
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final byte UNKNOWN = '?';

  /** Before the first unit, so that the eight before any place can be had. */
  private static final int FRONT = 16;

  private byte[] bytes = {};
  // A bit for each unit.
  private long[] plain = {};
  private long[] marked = {};

  void read(String text) {
    byte[] read = bytes(text);
    int blocks = (read.length >> 6) + 2;
    if (blocks > plain.length) {
      plain = new long[blocks + (blocks >> 1)];
      marked = new long[plain.length];
      bytes = new byte[FRONT + plain.length * 64];
    }
    System.arraycopy(read, 0, bytes, FRONT, read.length);
    Arrays.fill(bytes, FRONT + read.length, FRONT + blocks * 64, (byte) 0);
    for (int block = 0; block < blocks; block++) mark(block);
    // Where every search ends.
    marked[read.length >> 6] |= 1L << read.length;
  }

  /** The first unit at or after this place that may belong to a token; or the text's end. */
  int next(int from) {
    return first(marked, from, 0);
  }

  /** Whether the unit is an ASCII letter or digit. */
  boolean isPlain(int at) {
    return isSet(plain, at);
  }

  /** The end of the run of ASCII letters and digits that goes on here. */
  int endOfRun(int from) {
    return first(plain, from, -1L);
  }

  /** Whether a token may go on at this place, where a run ended. */
  boolean mayGoOn(int at) {
    return isSet(marked, at) && (isSet(marked, at + 1) || isForeign(bytes[FRONT + at]));
  }

  /** The last units, eight at most, of a stretch of ASCII: one in each byte of a number. */
  long packed(int start, int end) {
    long last = (long) BIG.get(bytes, FRONT + end - 8);
    return end - start >= 8 ? last : last & (1L << 8 * (end - start)) - 1;
  }

  /** One byte for each unit; {@link #UNKNOWN} for those beyond Latin 1. */
  private static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length == text.length()) return bytes;
    // Of two surrogates one was made.
    byte[] each = new byte[text.length()];
    for (int i = 0; i < each.length; i++) {
      each[i] = text.charAt(i) < 0x80 ? (byte) text.charAt(i) : UNKNOWN;
    }
    return each;
  }

  private static boolean isForeign(byte unit) {
    return unit < 0 || unit == UNKNOWN;
  }

  private void mark(int block) {
    long letters = 0;
    long any = 0;
    for (int i = 0; i < 64; i += 8) {
      long eight = (long) LITTLE.get(bytes, FRONT + block * 64 + i);
      long low = eight & ~HIGHS;
      long lower = low | 0x20 * ONES;
      long word =
          (from('a', lower) & ~from('z' + 1, lower)) | (from('0', low) & ~from('9' + 1, low));
      word &= ~eight & HIGHS;
      long other =
          eight & HIGHS | are('\'', low) | are(',', low) | are('.', low) | are(UNKNOWN, low);
      letters |= bits(word) << i;
      any |= bits(word | other) << i;
    }
    plain[block] = letters;
    marked[block] = any;
  }

  /** The high bit of each byte that is at least this. */
  private static long from(int unit, long each) {
    return each + (0x80 - unit) * ONES & HIGHS;
  }

  /** The high bit of each byte that is this. */
  private static long are(int unit, long each) {
    return ~((each ^ unit * ONES) + ~HIGHS) & HIGHS;
  }

  /** The high bit of each byte, in the order of the bytes. */
  private static long bits(long highs) {
    return (highs >>> 7) * 0x0102040810204080L >>> 56;
  }

  /** The first place at or after this one whose bit, turned round by {@code flip}, is set. */
  private static int first(long[] bits, int from, long flip) {
    int block = from >> 6;
    long left = (bits[block] ^ flip) >>> from << from;
    while (left == 0) left = bits[++block] ^ flip;
    return (block << 6) + Long.numberOfTrailingZeros(left);
  }

  private static boolean isSet(long[] bits, int at) {
    return (bits[at >> 6] >>> at & 1) != 0;
  }
}
