package io.slugline.alerting.receiver;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Triggers, acknowledges and resolves; an alert is one incident there, by its dedup key. */
final class PagerDutyNotifier implements Notifier {
  private static final int MAX_SUMMARY = 1024;

  private final Secret routingKey;
  private final Post post;

  PagerDutyNotifier(Secret routingKey, Post post) {
    this.routingKey = routingKey;
    this.post = post;
  }

  @Override
  public Attempt send(Notification notification) {
    boolean triggers = notification.page();
    Event event =
        new Event(
            routingKey.reveal(),
            triggers ? "trigger" : action(notification.first()),
            notification.kind() == Notification.Kind.CHANGE
                ? notification.first().alert()
                : notification.id(),
            triggers ? Payload.of(notification) : null);
    return post.send(Json.write(event), Map.of("Content-Type", "application/json"));
  }

  private static String action(Alert alert) {
    return alert.state() == Alert.State.RESOLVED ? "resolve" : "acknowledge";
  }

  record Event(
      @JsonProperty("routing_key") String routingKey,
      @JsonProperty("event_action") String action,
      @JsonProperty("dedup_key") String dedupKey,
      @Nullable Payload payload) {}

  record Payload(
      String summary,
      String source,
      String severity,
      String timestamp,
      @JsonProperty("class") String kind,
      @JsonProperty("custom_details") Map<String, String> details) {

    static Payload of(Notification notification) {
      Alert alert = notification.first();
      Map<String, String> details = new LinkedHashMap<>();
      details.put("delivery", notification.id());
      details.put("reason", notification.reason());
      details.put("watch", alert.watch());
      details.put("story", alert.story());
      details.put("outlets", alert.outlets() + " (" + alert.copies() + " independent)");
      String quote = notification.quote();
      if (quote != null) details.put("quote", quote);
      String title = notification.title();
      return new Payload(
          title.substring(0, Math.min(title.length(), MAX_SUMMARY)),
          "slugline",
          alert.severity().word(),
          alert.changedAt().toString(),
          alert.watch(),
          details);
    }
  }
}
