package io.slugline.enrich.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title among the lines above the first paragraph, cuts its repetitions there, and cuts
 * the menu lines above it. A text that begins with a sentence has no title.
 */
final class Title {
  private static final int LONGEST_MENU_LINE = 30;
  private static final int FURTHEST = 60;
  // "Home | World | Sport", "News >> Ferries >> Today": three short labels or more. A label holds
  // no
  // sign that parts labels, so that a line costs no more than its length.
  private static final Pattern BAR =
      Pattern.compile("(?:[^|•·»›>\\t]{1,25}[|•·»›>\\t]{1,3}){2,}[^|•·»›>\\t]{0,25}");

  private Title() {}

  static void find(Sheet sheet, @Nullable CharSequence known) {
    int end = Math.min(sheet.firstParagraph(), FURTHEST);
    for (int at = 0; at < end; at++) if (isBar(sheet.line(at))) sheet.cut(at, "head-menu/2");
    int found = known == null ? choose(sheet, end) : place(sheet, end, Folding.words(known));
    if (found < 0) return;
    if (known == null) sheet.title(found);
    else sheet.cut(found, "title-repeat/1");
    String title = Folding.words(sheet.line(found).text());
    for (int at = 0; at < end; at++) {
      if (at != found && Folding.words(sheet.line(at).text()).equals(title))
        sheet.cut(at, "title-repeat/1");
      if (at < found && isMenu(sheet.line(at))) sheet.cut(at, "head-menu/1");
    }
  }

  private static int choose(Sheet sheet, int end) {
    // Nothing but headlines: there is no text that one of them could be the title of.
    if (end == sheet.size() && end > 3) return -1;
    int first = -1;
    for (int at = 0; at < end; at++) {
      if (!sheet.isKept(at) || !sheet.line(at).isHeadline()) continue;
      if (first < 0) first = at;
      if (isRepeated(sheet, at, end)) return at;
    }
    return first;
  }

  private static boolean isRepeated(Sheet sheet, int at, int end) {
    String words = Folding.words(sheet.line(at).text());
    for (int other = at + 1; other < end; other++) {
      if (sheet.line(at).words() >= 4 && Folding.words(sheet.line(other).text()).equals(words))
        return true;
    }
    return false;
  }

  private static int place(Sheet sheet, int end, String known) {
    if (known.isEmpty()) return -1;
    for (int at = 0; at < Math.min(end + 1, sheet.size()); at++) {
      if (Folding.words(sheet.line(at).text()).equals(known)) return at;
    }
    return -1;
  }

  private static boolean isBar(Line line) {
    return BAR.matcher(line.text()).matches();
  }

  private static boolean isMenu(Line line) {
    return line.length() <= LONGEST_MENU_LINE && line.words() <= 4 && !line.endsLikeASentence();
  }
}
