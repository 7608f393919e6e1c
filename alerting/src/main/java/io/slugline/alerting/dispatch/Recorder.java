package io.slugline.alerting.dispatch;

import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down how things ended, counts them, and settles the places on {@code alerts}. */
final class Recorder {
  private final Journal journal;
  private final Progress progress;
  private final DispatchCounters counters;
  private final Clock clock;

  Recorder(Journal journal, Progress progress, DispatchCounters counters, Clock clock) {
    this.journal = journal;
    this.progress = progress;
    this.counters = counters;
    this.clock = clock;
  }

  void withheld(Change change, String gate, String reason) {
    counters.withheld(gate, 1);
    Delivery delivery =
        delivery(Work.of(change, clock.instant()), Delivery.Outcome.WITHHELD, gate, reason);
    journal.write(delivery, () -> progress.settled(change.place()));
  }

  /** What the log of deliveries tells already is not written a second time. */
  void sentBefore(Change change, String gate) {
    counters.withheld(gate, 1);
    progress.settled(change.place());
  }

  void delivered(Work work) {
    counters.attempted(receiver(work), Delivery.Outcome.DELIVERED);
    Delivery delivery = delivery(work, Delivery.Outcome.DELIVERED, null, null);
    if (work.isSummary()) {
      journal.write(delivery, () -> {});
      String reason = "told in the catch-up summary " + work.notification().id();
      for (Change change : work.changes()) withheld(change, "page-within", reason);
      return;
    }
    counters.settled(Delivery.Outcome.DELIVERED);
    counters.told(work.notification(), clock.instant());
    journal.write(delivery, () -> settle(work.changes()));
  }

  void failed(Work work, String reason) {
    counters.attempted(receiver(work), Delivery.Outcome.RETRY_LATER);
    journal.write(delivery(work, Delivery.Outcome.RETRY_LATER, null, reason), () -> {});
  }

  /**
   * @param isLast nobody else will be asked, so that the changes are settled
   */
  void refused(Work work, String reason, boolean isLast) {
    counters.attempted(receiver(work), Delivery.Outcome.REFUSED);
    work.changes().forEach(change -> counters.settled(Delivery.Outcome.REFUSED));
    Delivery delivery = delivery(work, Delivery.Outcome.REFUSED, null, reason);
    journal.write(delivery, () -> settle(isLast ? work.changes() : List.of()));
  }

  private void settle(List<Change> changes) {
    changes.forEach(change -> progress.settled(change.place()));
  }

  private static String receiver(Work work) {
    return work.changes().get(0).receiver();
  }

  private Delivery delivery(
      Work work, Delivery.Outcome outcome, @Nullable String gate, @Nullable String reason) {
    Alert first = work.notification().first();
    return new Delivery(
        work.notification().id(),
        work.notification().alerts().stream().map(Alert::alert).toList(),
        first.watch(),
        first.story(),
        first.change(),
        work.notification().page(),
        receiver(work),
        outcome,
        gate,
        reason,
        outcome == Delivery.Outcome.WITHHELD ? 0 : work.attempts() + 1,
        clock.instant());
  }
}
