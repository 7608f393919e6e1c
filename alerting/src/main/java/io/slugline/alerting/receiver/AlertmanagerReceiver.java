package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus Alertmanager. It is told of every change, and told again of what fires each minute:
 * it decides itself whom it interrupts.
 *
 * @param url its address without {@code /api/v2/alerts}
 * @param headers sent along: an {@code Authorization}, for example
 * @param expireAfter what it is not told again of for so long, it takes as resolved
 */
public record AlertmanagerReceiver(
    String name, URI url, Map<String, Secret> headers, Duration timeout, Duration expireAfter)
    implements Receiver {
  private static final Duration SHORTEST = Duration.ofMinutes(3);

  public AlertmanagerReceiver {
    headers = headers == null ? Map.of() : Map.copyOf(headers);
    timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
    expireAfter = expireAfter == null ? Duration.ofMinutes(15) : expireAfter;
  }

  @Override
  public boolean wants(Alert update) {
    return true;
  }

  @Override
  public List<String> problems() {
    Checks checks = new Checks().url("url", url).positive("timeout", timeout);
    headers.forEach((header, value) -> checks.secret("headers." + header, value));
    if (expireAfter.compareTo(SHORTEST) < 0) {
      checks.problem("expireAfter: must be 3 minutes or more, it is told again each minute");
    }
    return checks.problems();
  }

  @Override
  public @Nullable URI address() {
    return url;
  }

  @Override
  public Notifier notifier(Clock clock) {
    String base = url.toString().replaceAll("/+$", "");
    URI alerts = URI.create(base + "/api/v2/alerts");
    return new AlertmanagerNotifier(
        this, new Post(alerts, timeout, clock, headers.values()), clock);
  }
}
