package io.slugline.alerting.dispatch;

import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What keeps a notification from being sent, on purpose: the first gate that is shut. */
final class Gates {
  private static final String DEDUP = "dedup";

  private final List<Gate> inOrder;

  /**
   * @param wanted whether the receiver wants this change, which interrupts nobody
   */
  Gates(Predicate<Change> wanted, Silences silences, Sent sent, Clock clock) {
    Predicate<Change> isQuiet = change -> !change.alert().page();
    inOrder =
        List.of(
            new Gate("shadow", "the watch records only", change -> change.alert().shadow()),
            new Gate("backfill", "the article came late", change -> change.alert().backfill()),
            new Gate("update", "no step of escalation was passed", isQuiet.and(wanted.negate())),
            new Gate("silence", "silenced", change -> silenced(change, silences, clock)),
            new Gate(DEDUP, "sent before", change -> sent.isSettled(change.id())));
  }

  Optional<Gate> firstShut(Change change) {
    return inOrder.stream().filter(gate -> gate.isShut().test(change)).findFirst();
  }

  /** One that is over may be told in a silence: a receiver must not keep it for ever. */
  private static boolean silenced(Change change, Silences silences, Clock clock) {
    Optional<Action> silence = silences.covering(change.alert(), clock.instant());
    return silence.isPresent() && change.alert().state() == Alert.State.FIRING;
  }

  /** One reason to withhold. */
  record Gate(String name, String reason, Predicate<Change> isShut) {

    /** Whether the log of deliveries holds already how it ended. */
    boolean wasSettled() {
      return name.equals(DEDUP);
    }
  }
}
