package io.slugline.alerting.dispatch;

import io.slugline.contract.Alert;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The alerts that fire, each as its latest record says. */
final class Firing {
  private final Map<String, Alert> alerts = new ConcurrentHashMap<>();

  void take(Alert alert) {
    alerts.merge(alert.alert(), alert, (old, now) -> now.version() >= old.version() ? now : old);
  }

  @Nullable Alert get(String alert) {
    return alerts.get(alert);
  }

  /** Those too that were resolved since the last minute. */
  List<Alert> all() {
    return List.copyOf(alerts.values());
  }

  /** Those that live watches have and that are no backfill. */
  List<Alert> live() {
    return alerts.values().stream()
        .filter(alert -> alert.state() == Alert.State.FIRING)
        .filter(alert -> !alert.shadow() && !alert.backfill())
        .toList();
  }

  void forgetResolved() {
    alerts.values().removeIf(alert -> alert.state() == Alert.State.RESOLVED);
  }
}
