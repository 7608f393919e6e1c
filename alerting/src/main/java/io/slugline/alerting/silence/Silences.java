package io.slugline.alerting.silence;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

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
    return silences.values().stream()
        .filter(silence -> inForce(silence, now))
        .filter(silence -> silence.id().equals(before) || covers(silence.target(), alert))
        .findFirst();
  }

  private static boolean inForce(Action silence, Instant now) {
    return silence.until() == null || silence.until().isAfter(now);
  }

  private static boolean covers(Action.Target target, Alert alert) {
    return !target.equals(Action.Target.none())
        && same(target.alert(), alert.alert())
        && same(target.watch(), alert.watch())
        && same(target.story(), alert.story())
        && same(target.severity(), alert.severity())
        && onlyFrom(target.source(), alert)
        && about(target.entity(), alert);
  }

  private static boolean same(@Nullable Object wanted, Object actual) {
    return wanted == null || wanted.equals(actual);
  }

  /** An alert that another source bears out is not silenced with this one. */
  private static boolean onlyFrom(@Nullable String source, Alert alert) {
    return source == null
        || (!alert.sources().isEmpty() && alert.sources().stream().allMatch(source::equals));
  }

  private static boolean about(@Nullable String entity, Alert alert) {
    return entity == null
        || alert.evidence().stream().anyMatch(evidence -> entity.equals(evidence.entity()));
  }
}
