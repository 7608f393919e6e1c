package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import io.slugline.contract.Trace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param id of the delivery: the same for every attempt, for the receiver to drop a repeat by
 * @param kind what it is for
 * @param page whether it interrupts a person
 * @param alerts what it is about, each with its whole state
 * @param reason why it is sent, in words
 * @param trace of the article that brought it about; of one of them, where there are several
 */
public record Notification(
    String id,
    Kind kind,
    boolean page,
    List<Alert> alerts,
    String reason,
    Instant at,
    @Nullable Trace trace) {

  public Notification {
    alerts = List.copyOf(alerts);
    if (alerts.isEmpty()) throw new IllegalArgumentException("notification about nothing");
  }

  /** What a notification is for. */
  public enum Kind {
    /** One change of one alert, or of the alerts of one incident. */
    CHANGE,
    /** One in the place of many: what came up while nobody could be told. */
    CATCH_UP,
    /** A silence ends soon, and what it covers still fires. */
    SILENCE_ENDS,
    /** A person asked whether the receiver works. */
    TEST,
    /** All is well: for a dead man's switch. */
    HEARTBEAT
  }

  /** A marked message that tells whether a receiver works. */
  public static Notification test(String receiver, Instant now) {
    Alert alert = own("receiver-test", receiver, "This is a test. Nothing has happened.", now);
    return new Notification(
        "test-" + receiver + "-" + now.toEpochMilli(),
        Kind.TEST,
        true,
        List.of(alert),
        "a person asked for a test",
        now,
        null);
  }

  /** Says that all is well. */
  public static Notification heartbeat(String receiver, Instant now) {
    Alert alert = own("slugline-heartbeat", receiver, "All stages are well.", now);
    return new Notification(
        "heartbeat-" + now.toEpochMilli(),
        Kind.HEARTBEAT,
        false,
        List.of(alert),
        "all stages are well",
        now,
        null);
  }

  /**
   * Says that a silence ends soon, in an alert of its own: those that it covers are told of after.
   *
   * @param text which silence, when, and what still fires
   */
  public static Notification silenceEnds(String id, String receiver, String text, Instant now) {
    Alert alert = own("slugline-silence-" + id, receiver, text, now);
    return new Notification(id, Kind.SILENCE_ENDS, false, List.of(alert), text, now, null);
  }

  /** An alert about ourselves. */
  private static Alert own(String id, String receiver, String headline, Instant now) {
    return new Alert(
        id,
        1,
        Alert.Change.OPENED,
        false,
        id,
        "Slugline",
        1,
        id,
        Alert.State.FIRING,
        Severity.INFO,
        receiver,
        0,
        false,
        null,
        null,
        List.of(),
        0,
        0,
        0,
        headline,
        null,
        List.of(),
        now,
        now,
        false,
        Severity.INFO,
        List.of(),
        headline);
  }

  /** The alert that a message with room for one speaks of. */
  public Alert first() {
    return alerts.get(0);
  }

  /** The alert's headline, or what a summary is about. */
  public String title() {
    String headline = first().headline().isBlank() ? first().watchTitle() : first().headline();
    return switch (kind) {
      case CHANGE -> first().watchTitle() + ": " + headline;
      case CATCH_UP -> "Catch-up: " + alerts.size() + " alerts, the latest: " + headline;
      case TEST -> "TEST of a receiver: " + headline;
      case SILENCE_ENDS, HEARTBEAT -> headline;
    };
  }

  /** The sentence that made the latest matching article match. */
  public @Nullable String quote() {
    var evidence = first().evidence();
    return evidence.isEmpty() ? null : evidence.get(evidence.size() - 1).quote();
  }
}
