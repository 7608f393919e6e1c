package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;

/** Sends plain text; the delivery's id is the message's, so that a mail server drops a repeat. */
final class EmailNotifier implements Notifier {
  private final EmailReceiver receiver;

  EmailNotifier(EmailReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public Attempt send(Notification notification) {
    try {
      Transport.send(message(notification));
      return new Attempt.Delivered();
    } catch (AuthenticationFailedException e) {
      return new Attempt.Refused("the mail server does not know us: " + e.getMessage());
    } catch (SendFailedException e) {
      boolean nobody = e.getValidUnsentAddresses() == null && e.getInvalidAddresses() != null;
      return nobody ? new Attempt.Refused("mail: " + e.getMessage()) : later(e);
    } catch (MessagingException e) {
      return later(e);
    }
  }

  private static Attempt later(MessagingException failure) {
    return new Attempt.RetryLater("mail: " + failure.getMessage(), Duration.ZERO);
  }

  private MimeMessage message(Notification notification) throws MessagingException {
    MimeMessage message = new WithId(session(), "<" + notification.id() + "@slugline>");
    message.setFrom(new InternetAddress(receiver.from()));
    for (String to : receiver.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(oneLine(notification.title()), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(notification.at()));
    message.setHeader("X-Slugline-Delivery", notification.id());
    message.setText(text(notification), StandardCharsets.UTF_8.name());
    return message;
  }

  private static String text(Notification notification) {
    StringBuilder text = new StringBuilder(notification.reason()).append("\n\n");
    for (Alert alert : notification.alerts()) {
      text.append(alert.severity().word()).append(", ").append(alert.state().word()).append(": ");
      text.append(oneLine(alert.headline())).append('\n');
      text.append("watch ").append(alert.watch()).append(", story ").append(alert.story());
      text.append(", ").append(alert.articleCount()).append(" articles, ");
      text.append(alert.outlets()).append(" outlets, ");
      text.append(alert.copies()).append(" independent\n");
      alert.evidence().stream()
          .limit(3)
          .forEach(found -> text.append("  \"").append(oneLine(found.quote())).append("\"\n"));
      text.append('\n');
    }
    return text.toString();
  }

  /** A headline must not be able to write headers of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private Session session() {
    String timeout = String.valueOf(receiver.timeout().toMillis());
    Properties settings = new Properties();
    settings.put("mail.smtp.host", receiver.host());
    settings.put("mail.smtp.port", String.valueOf(receiver.port()));
    settings.put("mail.smtp.connectiontimeout", timeout);
    settings.put("mail.smtp.timeout", timeout);
    settings.put("mail.smtp.writetimeout", timeout);
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = receiver.tls() == EmailReceiver.Tls.STARTTLS;
    settings.put("mail.smtp.starttls.required", String.valueOf(starttls));
    settings.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    settings.put(
        "mail.smtp.ssl.enable", String.valueOf(receiver.tls() == EmailReceiver.Tls.IMPLICIT));
    settings.put("mail.smtp.auth", String.valueOf(receiver.user() != null));
    return Session.getInstance(settings, new Login());
  }

  /** Reads the password when the server asks for it. */
  private final class Login extends Authenticator {
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      Secret password = receiver.password();
      return new PasswordAuthentication(receiver.user(), password == null ? "" : password.reveal());
    }
  }

  /** A message whose id is ours in every attempt. */
  private static final class WithId extends MimeMessage {
    private final String id;

    WithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
