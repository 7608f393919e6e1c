package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.Entry;
import java.util.ArrayList;
import java.util.List;

/** A line of history as it is shown: a sign, what it was, who did it. */
final class Timeline {
  private Timeline() {}

  /** What happened several times running stands in one line, with the latest time. */
  static List<StoryPage.Line> folded(List<Entry> entries) {
    List<StoryPage.Line> lines = new ArrayList<>();
    for (Entry entry : entries) {
      StoryPage.Line line = line(entry);
      int last = lines.size() - 1;
      if (last >= 0 && isSame(lines.get(last), line)) lines.set(last, again(lines.get(last)));
      else lines.add(line);
    }
    return lines;
  }

  static boolean isSame(StoryPage.Line one, StoryPage.Line other) {
    return one.label().equals(other.label())
        && one.words().equals(other.words())
        && one.who().equals(other.who())
        && one.watch().equals(other.watch());
  }

  static StoryPage.Line again(StoryPage.Line line) {
    return new StoryPage.Line(
        line.at(),
        line.kind(),
        line.sign(),
        line.label(),
        line.who(),
        line.watch(),
        line.words(),
        line.times() + 1);
  }

  static StoryPage.Line line(Entry entry) {
    return new StoryPage.Line(
        entry.at(),
        entry.kind().word(),
        sign(entry.kind()),
        label(entry),
        Shown.line(entry.who()),
        Shown.line(entry.watch()),
        Shown.line(entry.words()),
        1);
  }

  static String label(Entry entry) {
    return switch (entry.kind()) {
      case ALERT -> entry.page() ? "alert, page" : "alert";
      case DELIVERED -> entry.page() ? "paged" : "told";
      case WITHHELD -> entry.page() ? "page withheld" : "withheld";
      case FAILED -> "failed";
      case ACTION -> "person";
      case STORY -> "story";
      case WATCH -> "watch";
    };
  }

  private static String sign(Entry.Kind kind) {
    return switch (kind) {
      case ALERT -> "▸";
      case DELIVERED -> "✓";
      case WITHHELD -> "⊘";
      case FAILED -> "✗";
      case ACTION -> "☞";
      case STORY -> "≡";
      case WATCH -> "◇";
    };
  }
}
