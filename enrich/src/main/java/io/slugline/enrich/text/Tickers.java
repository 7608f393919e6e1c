package io.slugline.enrich.text;

import java.util.regex.Pattern;

/** Stock tickers: lines of changes in price, with the names between them. */
final class Tickers {
  private static final String RULE = "ticker/1";
  private static final int FEWEST = 3;
  private static final int LONGEST_NAME = 60;
  private static final int WIDEST_GAP = 3;
  private static final Pattern CHANGE =
      Pattern.compile(
          "[▲▼+−–-]?\\s?[$€£]?\\d[\\d.,]*\\s?%?(?:\\s?\\(?[▲▼+−–-]?\\s?\\d[\\d.,]*\\s?%\\)?)");

  private Tickers() {}

  static void cut(Sheet sheet) {
    int at = 0;
    while (at < sheet.size()) {
      if (!isChange(sheet.line(at))) {
        at++;
        continue;
      }
      int last = at;
      int changes = 1;
      for (int next = at + 1; next < sheet.size() && next - last <= WIDEST_GAP; next++) {
        if (!isName(sheet.line(next))) break;
        if (!isChange(sheet.line(next))) continue;
        last = next;
        changes++;
      }
      if (changes >= FEWEST) sheet.cut(begin(sheet, at), last + 1, RULE);
      at = last + 1;
    }
  }

  // The names above the first change, and the heading that adjoins them.
  private static int begin(Sheet sheet, int first) {
    int at = first;
    while (at > 0 && first - at < WIDEST_GAP && isHeading(sheet, at - 1, at)) at--;
    return at;
  }

  private static boolean isHeading(Sheet sheet, int at, int below) {
    Line line = sheet.line(at);
    boolean adjoins = line.group() == sheet.line(below).group();
    return isName(line) && (adjoins || line.isBullet());
  }

  private static boolean isName(Line line) {
    return line.length() <= LONGEST_NAME && !line.endsLikeASentence();
  }

  private static boolean isChange(Line line) {
    return line.length() <= LONGEST_NAME && CHANGE.matcher(line.folded()).matches();
  }
}
