package io.slugline.deploy.replay;

import io.slugline.alerting.lifecycle.Lifecycle;
import io.slugline.alerting.lifecycle.Shelves;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that would have been: the live lifecycle, given the turns of each language in the
 * order of their numbers, with people's orders and the minutes between them. Since nothing races,
 * the same turns give the same alerts.
 */
final class Rehearsal {
  private final Lifecycle lifecycle;
  private final Deque<Action> actions;
  private final List<Alert> told = new ArrayList<>();
  private Instant minute = Instant.MIN;

  /**
   * @param actions people's orders, in the order of their times
   */
  Rehearsal(Duration quietAfter, List<Action> actions) {
    this.lifecycle = new Lifecycle(Shelves.inMemory(), new Silences(), quietAfter);
    this.actions = new ArrayDeque<>(actions);
  }

  /** One thing that happened, when it did. */
  record At(Instant time, Turn turn) {}

  /**
   * Takes all turns.
   *
   * @param languages each language's, in the order of their numbers
   */
  List<Alert> take(Collection<List<At>> languages) {
    List<Deque<At>> queues = new ArrayList<>();
    languages.forEach(turns -> queues.add(new ArrayDeque<>(turns)));
    for (Deque<At> next = earliest(queues); next != null; next = earliest(queues)) {
      At turn = next.remove();
      passTo(turn.time());
      told.addAll(lifecycle.take(turn.turn()));
    }
    return told;
  }

  private static @Nullable Deque<At> earliest(List<Deque<At>> queues) {
    Deque<At> earliest = null;
    for (Deque<At> queue : queues) {
      At head = queue.peek();
      if (head == null) continue;
      At best = earliest == null ? null : earliest.peek();
      if (best == null || head.time().isBefore(best.time())) earliest = queue;
    }
    return earliest;
  }

  /** Lets the minutes until then pass, with what was ordered in them. */
  private void passTo(Instant time) {
    if (minute.equals(Instant.MIN)) minute = time.truncatedTo(ChronoUnit.MINUTES);
    while (minute.plusSeconds(60).isBefore(time)) {
      minute = minute.plusSeconds(60);
      order(minute);
      told.addAll(lifecycle.take(Turn.of(tick(minute))));
    }
    order(time);
  }

  private void order(Instant until) {
    for (Action next = actions.peek(); next != null; next = actions.peek()) {
      if (next.at().isAfter(until)) return;
      told.addAll(lifecycle.take(Turn.of(actions.remove())));
    }
  }

  private static Action tick(Instant at) {
    return new Action(
        "tick", Action.Kind.TICK, at, "replay", Action.Target.none(), List.of(), null, null);
  }
}
