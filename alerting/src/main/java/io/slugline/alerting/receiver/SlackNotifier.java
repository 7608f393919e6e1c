package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import java.util.List;
import java.util.Map;

/** Sends a short text, with one coloured attachment for each alert. */
final class SlackNotifier implements Notifier {
  private static final int MAX_ATTACHMENTS = 20;
  private final Post post;

  SlackNotifier(Post post) {
    this.post = post;
  }

  @Override
  public Attempt send(Notification notification) {
    Message message =
        new Message(
            escaped(notification.title()),
            notification.alerts().stream()
                .limit(MAX_ATTACHMENTS)
                .map(SlackNotifier::attachment)
                .toList());
    return post.send(
        Json.write(message),
        Map.of("Content-Type", "application/json", "Idempotency-Key", notification.id()));
  }

  private static Attachment attachment(Alert alert) {
    String quote = alert.evidence().isEmpty() ? "" : alert.evidence().get(0).quote();
    return new Attachment(
        escaped(alert.headline()),
        colour(alert),
        escaped(alert.headline()),
        escaped(quote),
        escaped(
            alert.severity().word()
                + ", "
                + alert.state().word()
                + ", "
                + alert.outlets()
                + " outlets ("
                + alert.copies()
                + " independent): "
                + alert.reason()));
  }

  private static String colour(Alert alert) {
    if (alert.state() == Alert.State.RESOLVED) return "#2e7d32";
    return switch (alert.severity()) {
      case INFO -> "#1565c0";
      case WARNING -> "#ef6c00";
      case CRITICAL -> "#c62828";
    };
  }

  /** An article must not be able to call out the whole channel. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  record Message(String text, List<Attachment> attachments) {}

  record Attachment(String fallback, String color, String title, String text, String footer) {}
}
