package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty's Events API v2, or a service that takes the same.
 *
 * @param url where events go, unless it is PagerDuty's own address
 */
public record PagerDutyReceiver(String name, Secret routingKey, URI url, Duration timeout)
    implements Receiver {

  public PagerDutyReceiver {
    url = url == null ? URI.create("https://events.pagerduty.com/v2/enqueue") : url;
    timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
  }

  /** Its incident ends, or is taken, with the alert. */
  @Override
  public boolean wants(Alert update) {
    return update.state() == Alert.State.RESOLVED || update.change() == Alert.Change.ACKNOWLEDGED;
  }

  @Override
  public List<String> problems() {
    return new Checks()
        .given("routingKey", routingKey)
        .secret("routingKey", routingKey)
        .url("url", url)
        .positive("timeout", timeout)
        .problems();
  }

  @Override
  public @Nullable URI address() {
    return url;
  }

  @Override
  public Notifier notifier(Clock clock) {
    return new PagerDutyNotifier(routingKey, new Post(url, timeout, clock, List.of(routingKey)));
  }
}
