package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts alerts to an Alertmanager's v2 API. What makes an alert that one alert there are its
 * labels, so they hold only what never changes in its life; all else is annotations.
 */
final class AlertmanagerNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerNotifier.class);
  private static final int BATCH = 500;

  private final AlertmanagerReceiver receiver;
  private final Post post;
  private final Clock clock;

  AlertmanagerNotifier(AlertmanagerReceiver receiver, Post post, Clock clock) {
    this.receiver = receiver;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public Attempt send(Notification notification) {
    return post(notification.alerts(), Map.of("Idempotency-Key", notification.id()));
  }

  @Override
  public void refresh(List<Alert> firing) {
    for (int from = 0; from < firing.size(); from += BATCH) {
      List<Alert> batch = firing.subList(from, Math.min(firing.size(), from + BATCH));
      Attempt attempt = post(batch, Map.of());
      if (attempt instanceof Attempt.Delivered) continue;
      LOG.warn("alertmanager {} could not be told again: {}", receiver.name(), attempt);
      return;
    }
  }

  private Attempt post(List<Alert> alerts, Map<String, String> key) {
    Map<String, String> headers = new HashMap<>(key);
    receiver.headers().forEach((name, value) -> headers.put(name, value.reveal()));
    headers.put("Content-Type", "application/json");
    return post.send(Json.write(alerts.stream().map(this::posted).toList()), headers);
  }

  private Posted posted(Alert alert) {
    boolean fires = alert.state() == Alert.State.FIRING;
    Instant end = fires ? clock.instant().plus(receiver.expireAfter()) : alert.changedAt();
    // One that ends as it starts would never be seen as resolved.
    Instant ends = end.isAfter(alert.firedAt()) ? end : alert.firedAt().plusMillis(1);
    return new Posted(labels(alert), annotations(alert), alert.firedAt(), ends);
  }

  private static Map<String, String> labels(Alert alert) {
    return new TreeMap<>(
        Map.of(
            "alertname", alert.watch(),
            "alert", alert.alert(),
            "watch", alert.watch(),
            "severity", alert.firstSeverity().word()));
  }

  private static Map<String, String> annotations(Alert alert) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("summary", alert.watchTitle() + ": " + alert.headline());
    told.put("headline", alert.headline());
    told.put("story", alert.story());
    told.put("severity", alert.severity().word());
    told.put("reason", alert.reason());
    told.put("articles", String.valueOf(alert.articleCount()));
    told.put("outlets", alert.outlets() + " (" + alert.copies() + " independent)");
    if (alert.place() != null) told.put("place", alert.place());
    if (alert.ack() != null) told.put("acknowledged", alert.ack().by());
    if (!alert.evidence().isEmpty()) told.put("quote", alert.evidence().get(0).quote());
    return told;
  }

  /** An alert as the API takes it. */
  record Posted(
      Map<String, String> labels,
      Map<String, String> annotations,
      Instant startsAt,
      Instant endsAt) {}
}
