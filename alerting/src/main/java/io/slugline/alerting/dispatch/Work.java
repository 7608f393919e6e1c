package io.slugline.alerting.dispatch;

import io.slugline.alerting.receiver.Notification;
import io.slugline.contract.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

  static Work of(Change change, Instant now) {
    Notification notification =
        new Notification(
            change.id(),
            Notification.Kind.CHANGE,
            change.alert().page(),
            List.of(change.alert()),
            change.alert().reason(),
            now);
    return new Work(notification, List.of(change), 0, now, now);
  }

  /** One for all that came up while nobody could be told; what changed last is told first. */
  static Work summary(List<Change> late, Instant now) {
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
            late.size() + " pages could not be sent in time",
            now);
    return new Work(notification, late, 0, now, now);
  }

  /** What must stay in order: the changes of one alert. */
  String track() {
    return notification.kind() == Notification.Kind.CATCH_UP
        ? notification.id()
        : notification.first().alert();
  }

  boolean isSummary() {
    return notification.kind() == Notification.Kind.CATCH_UP;
  }

  Work attempted(Instant nextAt) {
    return new Work(notification, changes, attempts + 1, since, nextAt);
  }
}
