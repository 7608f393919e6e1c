package io.slugline.enrich.text;

import io.slugline.contract.RawArticle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to text. A byte order mark is believed first; then UTF-8, if the bytes are valid in it
 * (other text hardly ever is by chance); then what the article declares, in its headers or in its
 * markup; then what ingest detected; at last windows-1252, which can read everything.
 */
final class Decoding {
  private static final int HEAD = 4096;
  private static final Pattern IN_MARKUP =
      Pattern.compile(
          "(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private Decoding() {}

  static Traced decode(RawArticle raw) {
    byte[] bytes = raw.bytes();
    int mark = markLength(bytes);
    Charset marked = marked(bytes);
    if (marked != null) return decode(bytes, mark, marked);
    if (!looksWide(raw)) {
      String utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
      if (utf8 != null) return utf8(utf8, 0);
    }
    for (Charset charset : claimed(raw)) {
      if (strictly(bytes, 0, charset) != null) return decode(bytes, 0, charset);
    }
    return decode(bytes, 0, fallback(raw));
  }

  /** Text in a charset that is known, from a byte on. */
  static Traced decode(byte[] bytes, int from, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = strictly(bytes, from, charset);
      if (text != null) return utf8(text, from);
    }
    if (charset.name().startsWith("UTF-16")) return fixed(bytes, from, charset, 2);
    if (charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1f) {
      return fixed(bytes, from, charset, 1);
    }
    return stepwise(bytes, from, charset);
  }

  private static List<Charset> claimed(RawArticle raw) {
    String head =
        new String(raw.bytes(), 0, Math.min(HEAD, raw.bytes().length), StandardCharsets.ISO_8859_1);
    List<Charset> claimed = new ArrayList<>();
    add(claimed, inMarkup(raw.headers().getOrDefault("http-content-type", "")));
    add(claimed, raw.charsetDeclared());
    add(claimed, inMarkup(head));
    add(claimed, raw.charsetDetected());
    return claimed;
  }

  // Bytes that are not valid in any charset claimed: the first claim that is not UTF-8, broken
  // units replaced, or UTF-8 itself where most of the text is.
  private static Charset fallback(RawArticle raw) {
    List<Charset> claimed = claimed(raw);
    if (claimed.isEmpty()) return FALLBACK;
    return claimed.get(0);
  }

  private static @Nullable String inMarkup(String text) {
    Matcher found = IN_MARKUP.matcher(text);
    return found.find() ? found.group(1) : null;
  }

  private static void add(List<Charset> charsets, @Nullable String name) {
    if (name == null) return;
    String plain = name.strip().toLowerCase(Locale.ROOT);
    // On the web both names mean windows-1252.
    if (plain.equals("iso-8859-1") || plain.equals("us-ascii")) plain = "windows-1252";
    try {
      Charset charset = Charset.forName(plain);
      if (!charsets.contains(charset)) charsets.add(charset);
    } catch (IllegalArgumentException unknown) {
      // A charset nobody knows is no claim.
    }
  }

  private static boolean looksWide(RawArticle raw) {
    byte[] bytes = raw.bytes();
    int zeros = 0;
    int length = Math.min(HEAD, bytes.length);
    for (int i = 0; i < length; i++) if (bytes[i] == 0) zeros++;
    return zeros * 5 > length;
  }

  private static int markLength(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) return 3;
    return 2;
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) return StandardCharsets.UTF_8;
    if (starts(bytes, 0xfe, 0xff)) return StandardCharsets.UTF_16BE;
    if (starts(bytes, 0xff, 0xfe)) return StandardCharsets.UTF_16LE;
    return null;
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) return false;
    for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xff) != with[i]) return false;
    return true;
  }

  private static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException invalid) {
      return null;
    }
  }

  private static Traced utf8(String text, int from) {
    Traced.Builder out = new Traced.Builder();
    int at = from;
    int i = 0;
    while (i < text.length()) {
      int plain = i;
      while (plain < text.length() && text.charAt(plain) < 0x80) plain++;
      if (plain > i) out.add(new Traced(text.substring(i, plain), new int[] {0, at, 1}));
      at += plain - i;
      i = plain;
      if (i == text.length()) break;
      int width = width(text.charAt(i));
      out.add(text.charAt(i++), at, at + width);
      at += width;
    }
    return out.build();
  }

  // The first half of a surrogate pair has the bytes of both.
  private static int width(char c) {
    if (Character.isLowSurrogate(c)) return 0;
    if (Character.isHighSurrogate(c)) return 4;
    return c < 0x800 ? 2 : 3;
  }

  private static Traced fixed(byte[] bytes, int from, Charset charset, int width) {
    int length = (bytes.length - from) / width * width;
    String text = new String(bytes, from, length, charset);
    if (text.length() * width != length) return stepwise(bytes, from, charset);
    return text.isEmpty() ? Traced.EMPTY : new Traced(text, new int[] {0, from, width});
  }

  private static Traced stepwise(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    Traced.Builder out = new Traced.Builder();
    CharBuffer one = CharBuffer.allocate(1);
    CharBuffer two = CharBuffer.allocate(2);
    while (in.hasRemaining()) {
      int start = in.position();
      CharBuffer units = one;
      decoder.decode(in, units.clear(), true);
      if (units.position() == 0 && in.hasRemaining())
        decoder.decode(in, (units = two).clear(), true);
      if (units.position() == 0 && in.position() == start) break;
      if (units.position() > 0) out.add(units.flip(), start, in.position());
    }
    return out.build();
  }
}
