package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.Entry;

/** A line of history as it is shown: a sign, what it was, who did it. */
final class Timeline {
  private Timeline() {}

  static StoryPage.Line line(Entry entry) {
    return new StoryPage.Line(
        entry.at(),
        entry.kind().word(),
        sign(entry.kind()),
        label(entry),
        Shown.line(entry.who()),
        Shown.line(entry.words()));
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
