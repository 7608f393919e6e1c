package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import io.slugline.contract.Trace;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends CloudEvents 1.0 in structured JSON, signed as Standard Webhooks says: {@code
 * webhook-signature} is {@code v1,} and the Base64 of HMAC-SHA256 over {@code id.timestamp.body}.
 */
final class WebhookNotifier implements Notifier {
  private static final String BASE64_SECRET = "whsec_";

  private final WebhookReceiver receiver;
  private final Post post;
  private final Clock clock;

  WebhookNotifier(WebhookReceiver receiver, Post post, Clock clock) {
    this.receiver = receiver;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public Attempt send(Notification notification) {
    String body = Json.write(Event.of(notification));
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    Map<String, String> headers = new HashMap<>();
    receiver.headers().forEach((name, value) -> headers.put(name, value.reveal()));
    headers.put("Content-Type", "application/cloudevents+json; charset=UTF-8");
    headers.put("Idempotency-Key", notification.id());
    headers.put("webhook-id", notification.id());
    headers.put("webhook-timestamp", timestamp);
    Trace trace = notification.trace();
    if (trace != null) headers.put(Trace.HEADER, trace.traceparent());
    Secret secret = receiver.secret();
    if (secret != null) {
      String signed = notification.id() + "." + timestamp + "." + body;
      headers.put("webhook-signature", "v1," + signature(secret.reveal(), signed));
    }
    return post.send(body, headers);
  }

  private static String signature(String secret, String signed) {
    byte[] key =
        secret.startsWith(BASE64_SECRET)
            ? Base64.getDecoder().decode(secret.substring(BASE64_SECRET.length()))
            : secret.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** A CloudEvent with the notification as its data. */
  record Event(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      Data data) {

    static Event of(Notification notification) {
      return new Event(
          "1.0",
          notification.id(),
          "/slugline/dispatch",
          "io.slugline.Notification.v1",
          notification.first().alert(),
          notification.at(),
          "application/json",
          Data.of(notification));
    }
  }

  /** What the event tells. */
  record Data(
      String kind, boolean page, String title, String reason, int alertCount, List<Alert> alerts) {

    static Data of(Notification notification) {
      return new Data(
          notification.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          notification.page(),
          notification.title(),
          notification.reason(),
          notification.alerts().size(),
          notification.alerts());
    }
  }
}
