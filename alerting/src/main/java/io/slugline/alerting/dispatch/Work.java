package io.slugline.alerting.dispatch;

import io.slugline.alerting.receiver.Notification;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A notification that stands in the lane.
 *
 * @param changes what it tells of; more than one in a summary
 * @param attempts made so far
 * @param notBefore the next attempt is not made earlier
 */
record Work(
    Notification notification,
    List<Change> changes,
    int attempts,
    Instant since,
    Instant notBefore) {

  Work {
    changes = List.copyOf(changes);
  }

  /**
   * @param wait for more on the same story
   */
  static Work of(Change change, Instant now, Duration wait) {
    Notification notification =
        new Notification(
            change.id(),
            Notification.Kind.CHANGE,
            change.alert().page(),
            List.of(change.alert()),
            change.alert().reason(),
            now,
            change.trace());
    return new Work(notification, List.of(change), 0, now, now.plus(wait));
  }

  /** One for the pages of several alerts on one story: an incident. */
  Work joinedBy(Work other) {
    List<Change> both = new ArrayList<>(changes);
    both.addAll(other.changes);
    String ids = both.stream().map(Change::id).sorted().collect(Collectors.joining("\n"));
    Notification notification =
        new Notification(
            Change.hash(ids),
            Notification.Kind.CHANGE,
            true,
            both.stream().map(Change::alert).toList(),
            both.size() + " watches on one story: " + reasons(both),
            this.notification.at(),
            this.notification.trace());
    return new Work(notification, both, 0, since, notBefore);
  }

  private static String reasons(List<Change> changes) {
    return changes.stream()
        .map(change -> change.alert().watchTitle() + ", " + change.alert().reason())
        .collect(Collectors.joining("; "));
  }

  /** Whether one notification can tell of both; the changes of one alert are told one by one. */
  boolean mayJoin(Work other) {
    return isFreshPage()
        && other.isFreshPage()
        && other.changes.stream().noneMatch(change -> tellsOf(change.alert().alert()));
  }

  private boolean isFreshPage() {
    return attempts == 0 && notification.page() && !isSummary();
  }

  /** The alerts whose order it is part of; none in a summary. */
  List<String> alerts() {
    if (isSummary()) return List.of();
    return changes.stream().map(change -> change.alert().alert()).toList();
  }

  boolean tellsOf(String alert) {
    return changes.stream().anyMatch(change -> change.alert().alert().equals(alert));
  }

  /** Says that a silence ends soon; it interrupts nobody. */
  static Work warning(SilenceEnds.Warning warning, Instant now) {
    Notification notification =
        Notification.silenceEnds(warning.id(), warning.receiver(), warning.reason(), now);
    return new Work(notification, warning.changes(), 0, now, now);
  }

  /** One for all that came up while nobody could be told; what changed last is told first. */
  static Work summary(List<Change> late, String reason, Instant now) {
    List<Alert> latest = new ArrayList<>();
    for (int i = late.size() - 1; i >= 0; i--) {
      Alert alert = late.get(i).alert();
      if (latest.stream().noneMatch(other -> other.alert().equals(alert.alert()))) {
        latest.add(alert);
      }
    }
    Notification notification =
        new Notification(
            Change.hash("catch-up\n" + late.get(0).id()),
            Notification.Kind.CATCH_UP,
            true,
            latest,
            reason,
            now,
            late.get(late.size() - 1).trace());
    return new Work(notification, late, 0, now, now);
  }

  /** What must stay in order, and may be told together: the alerts on one story. */
  String track() {
    return isSummary() ? notification.id() : notification.first().story();
  }

  boolean isSummary() {
    return notification.kind() != Notification.Kind.CHANGE;
  }

  Work attempted(Instant nextAt) {
    return new Work(notification, changes, attempts + 1, since, nextAt);
  }
}
