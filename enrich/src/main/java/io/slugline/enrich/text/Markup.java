package io.slugline.enrich.text;

import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The text nodes of a parsed page, with the bytes that each unit was made from. The parser says
 * where a node stands in its source; the references in there are resolved here once more, and the
 * outcome is compared with the parser's own.
 */
final class Markup {
  private static final int LONGEST_REFERENCE = 40;
  private static final int AHEAD = 64;

  private final Traced source;

  Markup(Traced source) {
    this.source = source;
  }

  /** The text of one node as the parser read it. */
  Traced text(TextNode node) {
    String expected = node.getWholeText();
    if (expected.isEmpty()) return Traced.EMPTY;
    Range range = node.sourceRange();
    if (!range.isTracked()) return Traced.EMPTY;
    int from = range.startPos();
    int to = Math.min(range.endPos(), source.length());
    if (from >= to) return Traced.EMPTY;
    if (node instanceof CDataNode) return inside(from, to, expected);
    Traced resolved = resolved(from, to);
    return resolved.toString().equals(expected) ? resolved : aligned(resolved, expected);
  }

  /** All text below an element, nothing between the pieces. */
  Traced all(Element element) {
    Traced.Builder out = new Traced.Builder();
    element.nodeStream(TextNode.class).forEach(node -> out.add(text(node)));
    return out.build();
  }

  /** Text whose references have been resolved; for text that was escaped twice. */
  Traced resolved(int from, int to) {
    Traced.Builder out = new Traced.Builder();
    int at = from;
    while (at < to) {
      int plain = at;
      while (plain < to && source.charAt(plain) != '&') plain++;
      if (plain > at) out.add(source.subSequence(at, plain));
      at = plain;
      if (at < to) at = reference(at, to, out);
    }
    return out.build();
  }

  private int reference(int at, int to, Traced.Builder out) {
    int end = at + 1;
    int limit = Math.min(to, at + LONGEST_REFERENCE);
    if (end < limit && source.charAt(end) == '#') end++;
    while (end < limit && isAsciiWord(source.charAt(end))) end++;
    if (end < limit && source.charAt(end) == ';') end++;
    String written = source.subSequence(at, end).toString();
    String resolved = Parser.unescapeEntities(written, false);
    if (resolved.equals(written)) {
      out.add(source.subSequence(at, end));
      return end;
    }
    int rest = 0;
    int most = Math.min(resolved.length() - 1, written.length() - 2);
    while (rest < most
        && resolved.charAt(resolved.length() - 1 - rest)
            == written.charAt(written.length() - 1 - rest)) {
      rest++;
    }
    int consumed = end - rest;
    out.add(
        resolved.substring(0, resolved.length() - rest),
        source.start(at),
        source.end(consumed - 1));
    return consumed;
  }

  // "<![CDATA[" and "]]>" belong to the node's range, not to its text.
  private Traced inside(int from, int to, String expected) {
    int start = from + "<![CDATA[".length();
    int end = start + expected.length();
    if (end <= to && source.toString().startsWith(expected, start)) {
      return source.subSequence(start, end);
    }
    return aligned(source.subSequence(from, to), expected);
  }

  /**
   * Where the parser has changed the text (control characters, pieces put together from several
   * places) its units are looked up one after the other; a unit that is not there gets no bytes.
   */
  private static Traced aligned(Traced resolved, String expected) {
    Traced.Builder out = new Traced.Builder();
    int at = 0;
    for (int i = 0; i < expected.length(); i++) {
      char c = expected.charAt(i);
      int found = at;
      int limit = Math.min(resolved.length(), at + AHEAD);
      while (found < limit && resolved.charAt(found) != c) found++;
      if (found < limit) {
        out.add(c, resolved.start(found), resolved.end(found));
        at = found + 1;
      } else {
        int here = at < resolved.length() ? resolved.start(at) : resolved.rawEnd();
        out.add(c, here, here);
      }
    }
    return out.build();
  }

  private static boolean isAsciiWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
