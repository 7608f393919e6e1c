package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A line of history as it is shown: a sign, what it was, who did it. */
final class Timeline {
  /** Two watches on one story take turns: what is alike is so near, though not side by side. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private Timeline() {}

  /** What happened several times in a moment stands in one line, with the latest time. */
  static List<StoryPage.Line> folded(List<Entry> entries) {
    List<StoryPage.Line> lines = new ArrayList<>();
    for (Entry entry : entries) {
      StoryPage.Line line = line(entry);
      int same = indexOf(lines, each -> each, each -> isSame(each, line), line.at());
      if (same >= 0) lines.set(same, again(lines.get(same)));
      else lines.add(line);
    }
    return lines;
  }

  /** Which of the rows of that moment is the same; -1 for none. */
  static <T> int indexOf(
      List<T> rows, Function<T, StoryPage.Line> lineOf, Predicate<T> isSame, Instant at) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      Instant later = lineOf.apply(rows.get(i)).at();
      if (Duration.between(at, later).compareTo(MOMENT) > 0) return -1;
      if (isSame.test(rows.get(i))) return i;
    }
    return -1;
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
