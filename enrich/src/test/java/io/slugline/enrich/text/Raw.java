package io.slugline.enrich.text;

import io.slugline.contract.Cut;
import io.slugline.contract.RawArticle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Raw articles for tests. */
final class Raw {
  private Raw() {}

  static RawArticle text(String text) {
    return of("text/plain", text);
  }

  static RawArticle of(String mediaType, String text) {
    return of(mediaType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static RawArticle of(String mediaType, byte[] bytes, Map<String, String> headers) {
    return new RawArticle(
        "raw-0", bytes, mediaType, null, null, "inbox", "a", Instant.EPOCH, false, headers);
  }

  static CleanText clean(RawArticle raw) {
    return TextCleaner.load().clean(raw, source -> null);
  }

  static CleanText clean(String text) {
    return clean(text(text));
  }

  /** The words of a cut. */
  static String words(RawArticle raw, Cut cut) {
    return words(raw, cut.rawStart(), cut.rawEnd(), StandardCharsets.UTF_8);
  }

  static String words(RawArticle raw, int start, int end, Charset charset) {
    return new String(raw.bytes(), start, end - start, charset);
  }
}
