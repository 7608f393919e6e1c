package io.slugline.alerting.console.page;

import io.slugline.contract.Cut;
import io.slugline.contract.Span;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a text into stretches: what is marked in it, what was cut out of it. */
final class Marked {
  private static final int MOST_UNITS = 60_000;
  private static final int MOST_BYTES = 200_000;

  private Marked() {}

  /** A clean text with some of its spans marked; the beginning of one that is too long. */
  static List<Piece> clean(String text, List<Span> spans) {
    String shown =
        Shown.harmless(text.length() > MOST_UNITS ? text.substring(0, MOST_UNITS) : text);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span span : sorted(spans)) {
      if (span.start() < at || span.end() > shown.length()) continue;
      add(pieces, Piece.plain(shown.substring(at, span.start())));
      add(pieces, Piece.marked(shown.substring(span.start(), span.end())));
      at = span.end();
    }
    add(pieces, Piece.plain(shown.substring(at)));
    if (shown.length() < text.length())
      pieces.add(left(text.length() - shown.length() + " characters"));
    return pieces;
  }

  /** Raw bytes with the cuts and the marked spans in them, both in bytes. */
  static List<Piece> raw(byte[] bytes, Charset charset, List<Cut> cuts, List<Span> spans) {
    List<Stretch> stretches = new ArrayList<>();
    cuts.forEach(cut -> stretches.add(new Stretch(cut.rawStart(), cut.rawEnd(), cut.rule())));
    spans.forEach(span -> stretches.add(new Stretch(span.start(), span.end(), "")));
    stretches.sort(Comparator.comparingInt(Stretch::start).thenComparingInt(Stretch::end));
    int end = Math.min(bytes.length, MOST_BYTES);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Stretch stretch : stretches) {
      if (stretch.start() < at || stretch.end() > end || stretch.start() == stretch.end()) continue;
      add(pieces, Piece.plain(text(bytes, at, stretch.start(), charset)));
      String text = text(bytes, stretch.start(), stretch.end(), charset);
      add(
          pieces,
          stretch.rule().isEmpty()
              ? Piece.marked(text)
              : new Piece(Piece.Kind.CUT, text, stretch.rule()));
      at = stretch.end();
    }
    add(pieces, Piece.plain(text(bytes, at, end, charset)));
    if (end < bytes.length) pieces.add(left(bytes.length - end + " bytes"));
    return pieces;
  }

  private record Stretch(int start, int end, String rule) {}

  private static Piece left(String what) {
    return new Piece(Piece.Kind.CUT, "…", what + " more are not shown");
  }

  private static String text(byte[] bytes, int start, int end, Charset charset) {
    return Shown.harmless(new String(bytes, start, end - start, charset));
  }

  private static void add(List<Piece> pieces, Piece piece) {
    if (!piece.text().isEmpty()) pieces.add(piece);
  }

  private static List<Span> sorted(List<Span> spans) {
    return spans.stream()
        .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
        .toList();
  }
}
