package io.slugline.alerting.silence;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The silences that are in force. */
public final class Silences {
  private final Map<String, Action> silences = new ConcurrentSkipListMap<>();

  /** Takes in any action; those that are not about silences change nothing. */
  public void take(Action action) {
    if (action.kind() == Action.Kind.SILENCE) silences.put(action.id(), action);
    if (action.kind() == Action.Kind.UNSILENCE) silences.remove(action.id());
  }

  /** Drops those that ended by then; returns them. */
  public List<Action> endBy(Instant now) {
    List<Action> ended =
        silences.values().stream().filter(silence -> !inForce(silence, now)).toList();
    ended.forEach(silence -> silences.remove(silence.id()));
    return ended;
  }

  /** Those that have not ended. */
  public List<Action> inForce(Instant now) {
    return silences.values().stream().filter(silence -> inForce(silence, now)).toList();
  }

  /** The silence that covers the alert; one that covered its story before a merge goes on. */
  public Optional<Action> covering(Alert alert, Instant now) {
    String before = alert.silence();
    Subject subject = Subject.of(alert);
    return silences.values().stream()
        .filter(silence -> inForce(silence, now))
        .filter(silence -> silence.id().equals(before) || subject.isMeantBy(silence.target()))
        .findFirst();
  }

  /** The silence that would cover such an alert. */
  public Optional<Action> covering(Subject subject, Instant now) {
    return silences.values().stream()
        .filter(silence -> inForce(silence, now))
        .filter(silence -> subject.isMeantBy(silence.target()))
        .findFirst();
  }

  private static boolean inForce(Action silence, Instant now) {
    return silence.until() == null || silence.until().isAfter(now);
  }
}
