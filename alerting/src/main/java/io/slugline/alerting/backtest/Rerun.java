package io.slugline.alerting.backtest;

import io.slugline.alerting.lifecycle.Lifecycle;
import io.slugline.alerting.lifecycle.Shelves;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One language's past, gone through once more: its turns, and between them orders and minutes. */
final class Rerun {
  private final Lifecycle lifecycle;
  private final List<Action> orders;
  private final List<Alert> pages = new ArrayList<>();
  private int nextOrder;
  private @Nullable Instant minute;

  /**
   * @param orders in order of time
   */
  Rerun(Duration quietAfter, List<Action> orders) {
    this.lifecycle = new Lifecycle(Shelves.inMemory(), new Silences(), quietAfter);
    this.orders = orders;
  }

  /**
   * @param turns in the order of their sequence
   */
  List<Alert> pages(List<Turn> turns) {
    for (Turn turn : turns) {
      passTo(timeOf(turn));
      take(turn);
    }
    return pages;
  }

  /** Nothing hangs on the minutes before the first turn. */
  private void passTo(Instant time) {
    if (minute == null) minute = time.truncatedTo(ChronoUnit.MINUTES);
    for (Instant next = minute.plusSeconds(60); !next.isAfter(time); next = next.plusSeconds(60)) {
      takeOrdersUntil(next);
      take(Turn.of(tick(next)));
      minute = next;
    }
    takeOrdersUntil(time);
  }

  private void takeOrdersUntil(Instant time) {
    while (nextOrder < orders.size() && !orders.get(nextOrder).at().isAfter(time)) {
      take(Turn.of(orders.get(nextOrder++)));
    }
  }

  private void take(Turn turn) {
    for (Alert change : lifecycle.take(turn)) {
      if (change.page()) pages.add(change);
    }
  }

  private static Instant timeOf(Turn turn) {
    if (turn.touch() != null) return turn.touch().arrivedAt();
    return turn.change() == null ? Instant.EPOCH : turn.change().at();
  }

  private static Action tick(Instant at) {
    return new Action(
        "tick", Action.Kind.TICK, at, "back-test", Action.Target.none(), List.of(), null, null);
  }
}
