package io.slugline.alerting.receiver;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.slugline.contract.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named destination in the configuration; {@code type} says which one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LogReceiver.class, name = "log"),
  @JsonSubTypes.Type(value = WebhookReceiver.class, name = "webhook"),
  @JsonSubTypes.Type(value = AlertmanagerReceiver.class, name = "alertmanager"),
  @JsonSubTypes.Type(value = SlackReceiver.class, name = "slack"),
  @JsonSubTypes.Type(value = PagerDutyReceiver.class, name = "pagerduty"),
  @JsonSubTypes.Type(value = EmailReceiver.class, name = "email")
})
public sealed interface Receiver
    permits LogReceiver,
        WebhookReceiver,
        AlertmanagerReceiver,
        SlackReceiver,
        PagerDutyReceiver,
        EmailReceiver {
  /** How long an answer may take, unless the configuration says otherwise. */
  Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  String name();

  /** Whether a change that interrupts nobody is to be told as well. */
  boolean wants(Alert update);

  /** Everything that is wrong with it, as {@code key: what}; empty when it may be used. */
  List<String> problems();

  /** Where it is, when it is outside this process. */
  default @Nullable URI address() {
    return null;
  }

  Notifier notifier(Clock clock);
}
