package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address of the user's own that takes CloudEvents in JSON.
 *
 * @param secret signs each message, as Standard Webhooks says: {@code webhook-signature}
 * @param headers sent along: an {@code Authorization}, for example
 * @param updates changes that interrupt nobody are sent as well
 */
public record WebhookReceiver(
    String name,
    URI url,
    @Nullable Secret secret,
    Map<String, Secret> headers,
    Duration timeout,
    boolean updates)
    implements Receiver {

  public WebhookReceiver {
    headers = headers == null ? Map.of() : Map.copyOf(headers);
    timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
  }

  @Override
  public boolean wants(Alert update) {
    return updates;
  }

  @Override
  public List<String> problems() {
    Checks checks =
        new Checks().url("url", url).secret("secret", secret).positive("timeout", timeout);
    headers.forEach((header, value) -> checks.secret("headers." + header, value));
    return checks.problems();
  }

  @Override
  public @Nullable URI address() {
    return url;
  }

  @Override
  public Notifier notifier(Clock clock) {
    List<Secret> secrets = new ArrayList<>(headers.values());
    if (secret != null) secrets.add(secret);
    return new WebhookNotifier(this, new Post(url, timeout, clock, secrets), clock);
  }
}
