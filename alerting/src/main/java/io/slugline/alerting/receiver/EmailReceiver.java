package io.slugline.alerting.receiver;

import com.fasterxml.jackson.annotation.JsonValue;
import io.slugline.contract.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * People with a mailbox, by way of an SMTP server.
 *
 * @param tls {@code starttls}, which is asked for unless said otherwise, {@code implicit} or {@code
 *     none}
 */
public record EmailReceiver(
    String name,
    String host,
    int port,
    Tls tls,
    @Nullable String user,
    @Nullable Secret password,
    String from,
    List<String> to,
    Duration timeout,
    boolean updates)
    implements Receiver {

  public EmailReceiver {
    to = to == null ? List.of() : List.copyOf(to);
    tls = tls == null ? Tls.STARTTLS : tls;
    port = port == 0 ? tls.port() : port;
    timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
  }

  /** How the connection is kept from others' eyes. */
  public enum Tls {
    STARTTLS(587),
    IMPLICIT(465),
    NONE(25);

    private final int port;

    Tls(int port) {
      this.port = port;
    }

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    int port() {
      return port;
    }
  }

  @Override
  public boolean wants(Alert update) {
    return updates;
  }

  @Override
  public List<String> problems() {
    Checks checks =
        new Checks()
            .given("host", host)
            .given("from", from)
            .secret("password", password)
            .positive("timeout", timeout);
    if (to.isEmpty()) checks.problem("to: names nobody");
    if (user != null && password == null) checks.problem("password: is missing");
    return checks.problems();
  }

  @Override
  public @Nullable URI address() {
    return URI.create("smtp://" + host + ":" + port);
  }

  @Override
  public Notifier notifier(Clock clock) {
    return new EmailNotifier(this);
  }
}
