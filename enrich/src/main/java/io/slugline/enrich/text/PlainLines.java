package io.slugline.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text without markup into lines. Text that was broken at a fixed width (old wires, mail) is
 * put together again, paragraph by paragraph.
 */
final class PlainLines {
  private static final int NARROW = 40;
  private static final int WIDE = 90;

  private PlainLines() {}

  static List<Line> of(Traced text) {
    List<Line> lines = new ArrayList<>();
    int group = -1;
    boolean blank = true;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isBreak(text.charAt(end))) end++;
      Traced line = text.subSequence(at, end).strip();
      if (line.length() == 0) {
        blank = true;
      } else {
        if (blank) group++;
        blank = false;
        lines.add(Line.of(line, group));
      }
      at =
          end < text.length() - 1 && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n'
              ? end + 2
              : end + 1;
    }
    return isBroken(lines) ? joined(text, lines) : lines;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f';
  }

  // Most lines that go on in their group are about as long as the longest and end in mid-sentence.
  private static boolean isBroken(List<Line> lines) {
    int inner = 0;
    int full = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.group() != lines.get(i + 1).group()) continue;
      inner++;
      if (line.length() > WIDE) return false;
      boolean goesOn = !line.endsLikeASentence() && !lines.get(i + 1).isBullet();
      if (line.length() >= NARROW && goesOn) full++;
    }
    return inner >= 6 && full * 10 >= inner * 7;
  }

  private static List<Line> joined(Traced text, List<Line> lines) {
    List<Line> paragraphs = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      int last = i;
      while (last + 1 < lines.size()
          && lines.get(last + 1).group() == lines.get(i).group()
          && lines.get(last).length() >= NARROW) {
        last++;
      }
      if (last == i) {
        paragraphs.add(lines.get(i));
      } else {
        Traced.Builder paragraph = new Traced.Builder().add(lines.get(i).text());
        for (int j = i + 1; j <= last; j++) {
          int gap = paragraph.rawEnd();
          paragraph.add(' ', gap, Math.max(gap, lines.get(j).text().rawStart()));
          paragraph.add(lines.get(j).text());
        }
        paragraphs.add(Line.of(paragraph.build(), lines.get(i).group()));
      }
      i = last + 1;
    }
    return paragraphs;
  }
}
