package io.slugline.enrich.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * In what form a {@link LineMemory} lies on its shelf: how far it has come under one key, the lines
 * that an article was the first to hold under its number, a line that was seen again under its own
 * fingerprint. Earlier builds kept every line under its own.
 */
final class LineForm {
  static final String STANDING = "standing";
  private static final String LIST = "n/";

  private LineForm() {}

  static long fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(long fingerprint) {
    return HexFormat.of().toHexDigits(fingerprint);
  }

  static long unhex(String key) {
    return HexFormat.fromHexDigitsToLong(key);
  }

  static String list(int article) {
    return String.format(Locale.ROOT, "%s%010d", LIST, article);
  }

  static boolean isList(String key) {
    return key.startsWith(LIST);
  }

  static int article(String list) {
    return Integer.parseInt(list.substring(LIST.length()));
  }

  static byte[] bytes(long[] fingerprints) {
    ByteBuffer buffer = ByteBuffer.allocate(fingerprints.length * Long.BYTES);
    buffer.asLongBuffer().put(fingerprints);
    return buffer.array();
  }

  static long[] fingerprints(byte[] bytes) {
    long[] fingerprints = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(fingerprints);
    return fingerprints;
  }

  static byte[] bytes(int first, int second, int third, String rest) {
    byte[] text = rest.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 * Integer.BYTES + text.length)
        .putInt(first)
        .putInt(second)
        .putInt(third)
        .put(text)
        .array();
  }

  static String rest(ByteBuffer buffer) {
    return StandardCharsets.UTF_8.decode(buffer).toString();
  }
}
