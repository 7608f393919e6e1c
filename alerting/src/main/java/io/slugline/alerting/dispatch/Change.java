package io.slugline.alerting.dispatch;

import io.slugline.contract.Alert;
import io.slugline.contract.Trace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One change of an alert on its way to one receiver.
 *
 * @param place where it stands on {@code alerts}
 * @param trace of the article that brought it about, where its record bears one
 */
record Change(Alert alert, String receiver, Place place, @Nullable Trace trace) {

  /** A partition and an offset in it. */
  record Place(int partition, long offset) {
    /** Of a change that was settled before. */
    static final Place NONE = new Place(-1, -1);
  }

  /**
   * The delivery's id. A page is the same page however often the alert's record is made again; an
   * update is told apart by the alert's version.
   */
  String id() {
    String what = alert.page() ? alert.change().word() + alert.pages() : "v" + alert.version();
    return hash(alert.alert() + "\n" + what + "\n" + receiver);
  }

  Change to(String otherReceiver) {
    return new Change(alert, otherReceiver, place, trace);
  }

  boolean olderThan(Duration age, Instant now) {
    return alert.changedAt().plus(age).isBefore(now);
  }

  static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
