package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.Cut;
import io.slugline.contract.RawArticle;
import io.slugline.contract.RawMap;
import io.slugline.contract.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Every unit of clean text, sent back to its bytes, is found there as it was written. */
class MappingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TextCleaner CLEANER = TextCleaner.load();

  @Property(tries = 300)
  void plainTextInAnyCharset(
      @ForAll("articles") List<String> lines, @ForAll("charsets") String charsetName) {
    Charset charset = Charset.forName(charsetName);
    // What the charset cannot say arrives as a question mark.
    byte[] bytes = String.join("\n", lines).getBytes(charset);
    // Bytes that are valid UTF-8 by chance are taken for it.
    Assume.that(charset.equals(StandardCharsets.UTF_8) || !isUtf8(bytes) || isAscii(bytes));
    RawArticle raw = raw("text/plain;charset=" + charsetName, bytes, charsetName);

    CleanText clean = CLEANER.clean(raw, source -> null);

    assertExact(raw, clean, charset, UnaryOperator.identity());
  }

  @Property(tries = 300)
  void jsonWithEveryKindOfEscape(@ForAll("articles") List<String> lines, @ForAll int seed) {
    String text = escapedJson(String.join("\n", lines), seed);
    String json =
        "{\"title\":\"" + escapedJson("Küste 🚢 & port", seed) + "\",\"text\":\"" + text + "\"}";
    RawArticle raw = raw("application/json", json.getBytes(StandardCharsets.UTF_8), null);

    CleanText clean = CLEANER.clean(raw, source -> null);

    assertThat(clean.title()).isEqualTo("Küste 🚢 & port");
    assertExact(raw, clean, StandardCharsets.UTF_8, MappingTest::unescapedJson);
  }

  @Property(tries = 300)
  void markupWithReferences(@ForAll("articles") List<String> lines, @ForAll int seed) {
    StringBuilder html = new StringBuilder("<html><body><article>");
    for (String line : lines) {
      html.append("<p>")
          .append(escapedHtml(line, seed))
          .append(" <b>and</b><i> &amp so</i>.</p>\r\n");
    }
    RawArticle raw =
        raw(
            "text/html",
            html.append("</article>").toString().getBytes(StandardCharsets.UTF_8),
            null);

    CleanText clean = CLEANER.clean(raw, source -> null);

    assertThat(clean.body()).contains("and & so.");
    assertExact(raw, clean, StandardCharsets.UTF_8, MappingTest::unescapedHtml);
  }

  @Property(tries = 200)
  void feedItemsWithMarkupInsideMarkup(
      @ForAll("articles") List<String> lines, @ForAll int seed, @ForAll boolean section) {
    StringBuilder html = new StringBuilder();
    for (String line : lines) html.append("<p>").append(escapedHtml(line, seed)).append("</p>");
    String inside = html.toString();
    String content =
        section && !inside.contains("]]>")
            ? "<![CDATA[" + inside + "]]>"
            : inside.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&#62;");
    String item = "<item><title>A &amp; B</title><description>" + content + "</description></item>";
    RawArticle raw = raw("application/rss+xml", item.getBytes(StandardCharsets.UTF_8), null);

    CleanText clean = CLEANER.clean(raw, source -> null);

    assertThat(clean.title()).isEqualTo("A & B");
    assertExact(raw, clean, StandardCharsets.UTF_8, bytes -> unescapedHtml(unescapedHtml(bytes)));
  }

  @Provide
  Arbitrary<List<String>> articles() {
    Arbitrary<String> hostile =
        Arbitraries.strings()
            .withChars("aZ9 .,<>&;\"'\\/-#")
            .withChars(
                '\u00e9', '\u0416', '\u4e2d', '\u05d0', '\u0301', '\u200b', '\u00ad', '\u00a0',
                '\u2028')
            .withChars('\u0001', '\u007f', '\u0085', '\t', '\ufeff', '\ufffd', '\u202e', '\ue000')
            .ofMaxLength(60);
    Arbitrary<String> astral =
        Arbitraries.of("🚢", "𝔘", "👩‍👩‍👧", "🇰🇵", "\ud83c\udff4\udb40\udc67", "ﬁ", "ß", "İ")
            .list()
            .ofMaxSize(4)
            .map(list -> String.join("", list));
    Arbitrary<String> line =
        Combinators.combine(hostile, astral, hostile)
            .as(
                (before, between, after) ->
                    "The ship "
                        + before
                        + between
                        + after
                        + " left the port of Busan on Monday with 20 men.");
    return line.list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of(
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "windows-1252",
        "windows-1251",
        "ISO-8859-15",
        "KOI8-R",
        "Shift_JIS",
        "EUC-KR",
        "GB18030",
        "Big5");
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) if (b <= 0) return false;
    return true;
  }

  private static boolean isUtf8(byte[] bytes) {
    byte[] again = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes, again);
  }

  private static RawArticle raw(String type, byte[] bytes, @Nullable String charset) {
    return new RawArticle(
        "raw-0", bytes, type, charset, null, "inbox", "a", Instant.EPOCH, false, Map.of());
  }

  private static void assertExact(
      RawArticle raw, CleanText clean, Charset charset, UnaryOperator<String> resolve) {
    assertExact(raw, clean.title(), clean.titleRaw(), charset, resolve);
    assertExact(raw, clean.body(), clean.bodyRaw(), charset, resolve);
    for (Cut cut : clean.cuts()) {
      assertThat(cut.rawEnd()).isLessThanOrEqualTo(raw.bytes().length);
    }
  }

  private static void assertExact(
      RawArticle raw, String text, RawMap map, Charset charset, UnaryOperator<String> resolve) {
    int before = 0;
    for (int at = 0; at < text.length(); ) {
      int code = text.codePointAt(at);
      int next = at + Character.charCount(code);
      Span bytes = map.toRaw(new Span(at, next));
      assertThat(bytes.start()).isGreaterThanOrEqualTo(before);
      before = bytes.start();
      Charset plain = charset.name().equals("UTF-16") ? StandardCharsets.UTF_16BE : charset;
      String there = resolve.apply(Raw.words(raw, bytes.start(), bytes.end(), plain));
      if (code == '\n') assertThat(there).isBlank();
      else if (code == ' ')
        assertThat(there.chars()).allMatch(c -> Folding.isBlank((char) (int) c));
      else assertThat(there).isEqualTo(Character.toString(code));
      at = next;
    }
  }

  // Which of the possible ways a character is escaped in depends on the seed and the character.
  private static String escapedJson(String text, int seed) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c == '\n') out.append("\\n");
      else if (c < ' ' || Character.isSurrogate(c) || (c * 31 + seed) % 3 == 0)
        out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.toString();
  }

  private static String unescapedJson(String written) {
    try {
      return JSON.readValue('"' + written + '"', String.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not one JSON character: " + written, e);
    }
  }

  private static String escapedHtml(String text, int seed) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int way = Math.floorMod(c * 31 + seed, 4);
              if (c == '&') out.append(way == 0 ? "&#38;" : "&amp;");
              else if (c == '<') out.append("&lt;");
              else if (c == 0xe9 && way == 1) out.append("&eacute;");
              else if (c > 0xa0 && way == 2)
                out.append("&#x").append(Integer.toHexString(c)).append(';');
              else if (c > 0xa0 && way == 3) out.append("&#").append(c).append(';');
              else out.appendCodePoint(c);
            });
    return out.toString();
  }

  private static String unescapedHtml(String written) {
    return Parser.unescapeEntities(written, false);
  }
}
