package io.slugline.alerting.receiver;

import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.slugline.alerting.Alerts;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailNotifierTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Notification notification =
      new Notification(
          "d1",
          Notification.Kind.CHANGE,
          true,
          List.of(Alerts.opened("s1", minute(0))),
          "first match",
          minute(1),
          null);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailSaysWhyAndCarriesTheDeliverysId() throws Exception {
    Attempt attempt = notifier(null, null).send(notification);

    assertThat(attempt).isEqualTo(new Attempt.Delivered());
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getMessageID()).isEqualTo("<d1@slugline>");
    assertThat(mail.getSubject()).isEqualTo("Ships: A <freighter> docked & left");
    assertThat(mail.getContent().toString())
        .contains("first match")
        .contains("\"A freighter docked.\"");
  }

  @Test
  void aMailServerThatDoesNotKnowUsRefuses() {
    server.setUser("ann@desk.example", "ann", "right");

    assertThat(notifier("ann", Secret.of("wrong")).send(notification))
        .isInstanceOf(Attempt.Refused.class);
    assertThat(notifier("ann", Secret.of("right")).send(notification))
        .isEqualTo(new Attempt.Delivered());
  }

  @Test
  void aMailServerThatIsAwayIsForLater() {
    Notifier notifier = notifier(null, null);
    server.stop();

    assertThat(notifier.send(notification)).isInstanceOf(Attempt.RetryLater.class);
  }

  @Test
  void aServerWithoutEncryptionGetsNothingUnlessItIsAllowed() {
    EmailReceiver strict = receiver(null, null, EmailReceiver.Tls.STARTTLS);

    assertThat(strict.notifier(Clock.systemUTC()).send(notification))
        .isInstanceOf(Attempt.RetryLater.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aMailServerWhoseCertificateNobodyTrustsGetsNothing() {
    GreenMail behindTls = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    behindTls.start();
    try {
      EmailReceiver receiver =
          receiver(behindTls.getSmtps().getPort(), null, null, EmailReceiver.Tls.IMPLICIT);

      Attempt attempt = receiver.notifier(Clock.systemUTC()).send(notification);

      assertThat(attempt).isInstanceOf(Attempt.RetryLater.class);
      assertThat(behindTls.getReceivedMessages()).isEmpty();
    } finally {
      behindTls.stop();
    }
  }

  private Notifier notifier(@Nullable String user, @Nullable Secret password) {
    return receiver(user, password, EmailReceiver.Tls.NONE).notifier(Clock.systemUTC());
  }

  private EmailReceiver receiver(
      @Nullable String user, @Nullable Secret password, EmailReceiver.Tls tls) {
    return receiver(server.getSmtp().getPort(), user, password, tls);
  }

  private static EmailReceiver receiver(
      int port, @Nullable String user, @Nullable Secret password, EmailReceiver.Tls tls) {
    return new EmailReceiver(
        "mail",
        "127.0.0.1",
        port,
        tls,
        user,
        password,
        "slugline@desk.example",
        List.of("ann@desk.example"),
        Duration.ofSeconds(5),
        false);
  }
}
