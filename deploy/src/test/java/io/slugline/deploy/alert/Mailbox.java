package io.slugline.deploy.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;

/** A mail server that can go away and come back; it knows whose notifications it took. */
final class Mailbox implements AutoCloseable {
  private final int port;
  private final List<String> before = new ArrayList<>();
  private GreenMail server;

  Mailbox() {
    server = started(0);
    port = server.getSmtp().getPort();
  }

  int port() {
    return port;
  }

  void stop() {
    before.addAll(taken(server));
    server.stop();
  }

  void startAgain() {
    server = started(port);
  }

  /** The deliveries' ids, in the order in which they came. */
  List<String> taken() {
    List<String> all = new ArrayList<>(before);
    all.addAll(taken(server));
    return all;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static GreenMail started(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.start();
    return server;
  }

  private static List<String> taken(GreenMail server) {
    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) ids.add(id(mail));
    return ids;
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getHeader("X-Slugline-Delivery", null);
    } catch (MessagingException e) {
      throw new IllegalStateException("cannot read a mail", e);
    }
  }
}
