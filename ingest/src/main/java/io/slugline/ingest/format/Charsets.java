package io.slugline.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an article's bytes claim to be, and what they look like. */
public final class Charsets {
  private static final int HEAD = 4096;
  private static final int SAMPLE = 1 << 15;
  private static final Pattern XML_DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
  private static final Pattern HTML_META =
      Pattern.compile(
          "<meta[^>]+?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

  private Charsets() {}

  /** By a byte order mark, else from outside, else by what the text says of itself. */
  public static Optional<String> declared(FoundArticle article) {
    byte[] bytes = article.bytes();
    Optional<String> marked = mark(bytes);
    if (marked.isPresent()) return marked;
    if (article.charset() != null) return Optional.of(article.charset());
    if (article.mediaType().endsWith("xml")) return xmlDeclaration(bytes);
    return article.mediaType().equals("text/html")
        ? xmlDeclaration(bytes).or(() -> first(HTML_META, bytes))
        : Optional.empty();
  }

  /** UTF-8 where the bytes are valid UTF-8, else the likeliest; empty where nothing is likely. */
  public static Optional<String> detected(FoundArticle article) {
    byte[] bytes = article.bytes();
    Optional<String> marked = mark(bytes);
    if (marked.isPresent()) return marked;
    if (!hasZero(bytes) && Utf8.isValid(bytes)) return Optional.of("UTF-8");
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(article.mediaType().endsWith("ml"));
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
    return Optional.ofNullable(detector.detect()).map(CharsetMatch::getName);
  }

  static Optional<String> xmlDeclaration(byte[] bytes) {
    return first(XML_DECLARATION, bytes);
  }

  private static Optional<String> mark(byte[] bytes) {
    int length = Unicode.markLength(bytes);
    if (length == 0) return Optional.empty();
    return length == 3
        ? Optional.of("UTF-8")
        : Unicode.wide(bytes).map(java.nio.charset.Charset::name);
  }

  private static Optional<String> first(Pattern pattern, byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    Matcher matcher = pattern.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean hasZero(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
      if (bytes[i] == 0) return true;
    }
    return false;
  }
}
