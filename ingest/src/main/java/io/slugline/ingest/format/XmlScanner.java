package io.slugline.ingest.format;

import java.nio.charset.StandardCharsets;

/**
 * Goes from one piece of markup to the next, over the bytes of a document. It resolves nothing and
 * forgives much: what is well-formed it finds exactly, and a stray bracket costs it no more than
 * the article that the bracket stands in.
 */
final class XmlScanner {
  private final byte[] text;
  private Kind kind = Kind.END;
  private int start;
  private int end;

  /** What a piece of markup is. */
  enum Kind {
    OPEN,
    EMPTY,
    CLOSE,
    DOCTYPE,
    /** A comment, a CDATA section or a processing instruction. */
    OTHER,
    END
  }

  XmlScanner(byte[] text) {
    this.text = text;
  }

  /** Goes on to the next markup; {@link Kind#END} behind the last, or where one is cut off. */
  Kind next() {
    int at = end;
    while (true) {
      at = indexOf('<', at);
      if (at < 0 || at + 1 >= text.length) return found(Kind.END, text.length, text.length);
      if (text[at + 1] == '!' || text[at + 1] == '?') return declaration(at);
      boolean closes = text[at + 1] == '/';
      int name = closes ? at + 2 : at + 1;
      if (name < text.length && isNameStart(text[name])) {
        int close = tagEnd(name);
        if (close == CUT_OFF) return found(Kind.END, at, text.length);
        if (close > 0) return found(tagKind(closes, close), at, close);
      }
      at++;
    }
  }

  Kind kind() {
    return kind;
  }

  /** First byte of this markup. */
  int start() {
    return start;
  }

  /** One past its last byte. */
  int end() {
    return end;
  }

  /** Name of this tag, with its prefix. */
  String name() {
    int from = kind == Kind.CLOSE ? start + 2 : start + 1;
    int to = from;
    while (to < end && !Blanks.is(text[to]) && text[to] != '>' && text[to] != '/') to++;
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  String markup() {
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static final int CUT_OFF = -1;
  private static final int NO_TAG = -2;

  private Kind found(Kind what, int from, int to) {
    kind = what;
    start = from;
    end = to;
    return what;
  }

  private Kind tagKind(boolean closes, int close) {
    if (closes) return Kind.CLOSE;
    return text[close - 2] == '/' ? Kind.EMPTY : Kind.OPEN;
  }

  private Kind declaration(int at) {
    if (startsWith("<!--", at)) return until("-->", at, at + 4);
    if (startsWith("<![CDATA[", at)) return until("]]>", at, at + 9);
    if (startsWith("<?", at)) return until("?>", at, at + 2);
    int close = doctypeEnd(at);
    return close < 0
        ? found(Kind.END, at, text.length)
        : found(startsWith("<!DOCTYPE", at) ? Kind.DOCTYPE : Kind.OTHER, at, close);
  }

  private Kind until(String mark, int at, int from) {
    for (int i = from; i <= text.length - mark.length(); i++) {
      if (startsWith(mark, i)) return found(Kind.OTHER, at, i + mark.length());
    }
    return found(Kind.END, at, text.length);
  }

  /** One past the bracket that ends a tag. An opening bracket in it means that it was none. */
  private int tagEnd(int from) {
    byte quote = 0;
    for (int i = from; i < text.length; i++) {
      byte b = text[i];
      if (b == '<') return NO_TAG;
      if (quote != 0) {
        if (b == quote) quote = 0;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '>') {
        return i + 1;
      }
    }
    return CUT_OFF;
  }

  /** A DOCTYPE may hold a subset in square brackets, with brackets of all kinds in it. */
  private int doctypeEnd(int at) {
    byte quote = 0;
    int subset = 0;
    for (int i = at; i < text.length; i++) {
      byte b = text[i];
      if (quote != 0) {
        if (b == quote) quote = 0;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '[') {
        subset++;
      } else if (b == ']') {
        subset--;
      } else if (b == '>' && subset <= 0) {
        return i + 1;
      }
    }
    return CUT_OFF;
  }

  private static boolean isNameStart(byte b) {
    return b < 0 || b == '_' || b == ':' || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }

  private int indexOf(char wanted, int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == wanted) return i;
    }
    return -1;
  }

  private boolean startsWith(String mark, int at) {
    if (at + mark.length() > text.length) return false;
    for (int i = 0; i < mark.length(); i++) {
      if (text[at + i] != mark.charAt(i)) return false;
    }
    return true;
  }
}
