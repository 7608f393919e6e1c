package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;

/**
 * Whether a further match interrupts people again. It does when nobody was asked before - the alert
 * was a backfill's or a shadow's until now - and when the severity rises. Further steps (outlets, a
 * surge, a new named entity) have their place here.
 *
 * @param reason empty when there is none to page
 */
record Escalation(Alert.Change change, String reason) {
  private static final Escalation NONE = new Escalation(Alert.Change.UPDATED, "");

  static Escalation of(AlertState before, AlertState after) {
    if (!before.standing().told()) {
      return new Escalation(Alert.Change.OPENED, "first match that may page");
    }
    if (after.standing().severity().compareTo(before.standing().severity()) > 0) {
      String from = before.standing().severity().word();
      return new Escalation(
          Alert.Change.ESCALATED,
          "severity rose from " + from + " to " + after.standing().severity().word());
    }
    return NONE;
  }

  boolean asksForPage() {
    return !reason.isEmpty();
  }
}
