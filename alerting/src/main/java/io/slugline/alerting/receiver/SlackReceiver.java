package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incoming webhook of Slack, or of a chat that takes the same: Mattermost, Rocket.Chat.
 *
 * @param url secret in itself: whoever knows it may write to the channel
 */
public record SlackReceiver(String name, Secret url, Duration timeout, boolean updates)
    implements Receiver {

  public SlackReceiver {
    timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
  }

  @Override
  public boolean wants(Alert update) {
    return updates;
  }

  @Override
  public List<String> problems() {
    Checks checks = new Checks().given("url", url).positive("timeout", timeout);
    if (url == null) return checks.problems();
    checks.secret("url", url);
    if (url.problem().isEmpty() && address() == null) checks.problem("url: is no address");
    return checks.problems();
  }

  @Override
  public @Nullable URI address() {
    try {
      return URI.create(url.reveal());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public Notifier notifier(Clock clock) {
    URI at = URI.create(url.reveal());
    return new SlackNotifier(new Post(at, timeout, clock, List.of(url, Secret.of(at.getPath()))));
  }
}
