package io.slugline.enrich;

import io.slugline.enrich.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Which article this is: its canonical address when it has one, or else its source and clean text.
 */
final class ArticleId {
  private static final int DIGITS = 20;

  private ArticleId() {}

  static String of(CleanText text) {
    String url = text.url();
    if (url != null) return hash("url " + url);
    String source = Objects.requireNonNullElse(text.source(), "");
    return hash("text " + source + "\n" + text.title() + "\n" + text.body());
  }

  /** Changes when, and only when, the text does. */
  static String textHash(CleanText text) {
    return hash(text.title() + "\n" + text.body());
  }

  /** The first 80 bits of the text's SHA-256, in hex. */
  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
