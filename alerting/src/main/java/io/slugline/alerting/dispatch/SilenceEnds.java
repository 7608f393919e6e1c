package io.slugline.alerting.dispatch;

import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How silences end: one of a story, or of an alert, that has no time ends when nothing that it
 * covers fires any more; one that has a time is spoken of before, where something still fires.
 */
final class SilenceEnds {
  private static final Duration BEFORE = Duration.ofMinutes(10);

  private final Silences silences;
  private final Firing firing;
  private final Set<String> warned = new HashSet<>();

  SilenceEnds(Silences silences, Firing firing) {
    this.silences = silences;
    this.firing = firing;
  }

  /** A silence that ends soon, and the alerts of one receiver that it covers. */
  record Warning(Action silence, List<Change> changes) {

    String receiver() {
      return changes.get(0).receiver();
    }

    String id() {
      return Change.hash(
          "silence-ends\n" + silence.id() + "\n" + silence.until() + "\n" + receiver());
    }

    String reason() {
      String one = changes.get(0).alert().headline();
      return "the silence by %s ends at %s, still firing: %d, one of them: %s"
          .formatted(silence.by(), silence.until(), changes.size(), one);
    }
  }

  /** The orders that end those whose condition has come true. */
  List<Action> ordersAt(Instant now) {
    return silences.inForce(now).stream()
        .filter(silence -> silence.until() == null && isOfOneStory(silence.target()))
        .filter(this::isOver)
        .map(silence -> end(silence, now))
        .toList();
  }

  /**
   * What is to be said now, once.
   *
   * @param isOurs whether this dispatcher tells of the alert
   * @param routes names the receiver of an alert
   */
  List<Warning> warningsAt(Instant now, Predicate<String> isOurs, Routes routes) {
    List<Warning> warnings = new ArrayList<>();
    for (Action silence : silences.inForce(now)) {
      if (!isSoon(silence, now) || !warned.add(silence.id() + "\n" + silence.until())) continue;
      Map<String, List<Change>> byReceiver = new TreeMap<>();
      for (Alert alert : firing.live()) {
        if (!silence.id().equals(alert.silence()) || !isOurs.test(alert.alert())) continue;
        String receiver = routes.receiverOf(alert);
        byReceiver
            .computeIfAbsent(receiver, name -> new ArrayList<>())
            .add(new Change(alert, receiver, Change.Place.NONE, null));
      }
      byReceiver.values().forEach(changes -> warnings.add(new Warning(silence, changes)));
    }
    return warnings;
  }

  /** One that is hardly longer than the warning is spoken of by nobody. */
  private static boolean isSoon(Action silence, Instant now) {
    Instant until = silence.until();
    return until != null
        && !until.minus(BEFORE).isAfter(now)
        && silence.at().plus(BEFORE).plus(BEFORE).isBefore(until);
  }

  private static boolean isOfOneStory(Action.Target target) {
    return target.story() != null || target.alert() != null;
  }

  private boolean isOver(Action silence) {
    List<Alert> covered =
        firing.all().stream()
            .filter(alert -> Objects.equals(alert.silence(), silence.id()))
            .toList();
    return !covered.isEmpty()
        && covered.stream().allMatch(alert -> alert.state() == Alert.State.RESOLVED);
  }

  private static Action end(Action silence, Instant now) {
    return new Action(
        silence.id(),
        Action.Kind.UNSILENCE,
        now,
        "dispatch",
        silence.target(),
        List.of(),
        null,
        "nothing that it covers fires any more");
  }
}
