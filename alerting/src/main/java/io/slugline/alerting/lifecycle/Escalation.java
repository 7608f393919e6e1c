package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a further match interrupts people again. It does when nobody was asked before - the alert
 * was a backfill's or a shadow's until now - and when it passes a step that is on for its watch.
 * The first step that is passed is the reason.
 *
 * @param reason empty when there is none to page
 */
record Escalation(Alert.Change change, String reason) {
  private static final Escalation NONE = new Escalation(Alert.Change.UPDATED, "");

  /**
   * @param surge what it is in words, where one of the watch begins now
   */
  static Escalation of(
      AlertState before, AlertState after, StorySnapshot story, @Nullable String surge) {
    if (!before.standing().told()) {
      return new Escalation(Alert.Change.OPENED, "first match that may page");
    }
    String reason = step(before, after, story, surge);
    return reason.isEmpty() ? NONE : new Escalation(Alert.Change.ESCALATED, reason);
  }

  boolean asksForPage() {
    return !reason.isEmpty();
  }

  private static String step(
      AlertState before, AlertState after, StorySnapshot story, @Nullable String surge) {
    Watch.Escalate steps = after.watch().steps();
    if (steps.severity() && isSeverer(before, after)) {
      String from = before.standing().severity().word();
      return "severity rose from " + from + " to " + after.standing().severity().word();
    }
    LastPage last = before.lastPage();
    if (last != null && last.copies() < steps.outlets() && story.copyGroups() >= steps.outlets()) {
      return "the story has " + story.copyGroups() + " independent outlets";
    }
    if (surge != null) return "surge of the watch: " + surge;
    if (last == null || !steps.entity()) return "";
    List<String> fresh = last.newNames(after);
    return fresh.isEmpty() ? "" : "the evidence names " + fresh.get(0);
  }

  private static boolean isSeverer(AlertState before, AlertState after) {
    return after.standing().severity().compareTo(before.standing().severity()) > 0;
  }
}
