package io.slugline.alerting.dispatch;

import io.slugline.alerting.receiver.Notification;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import io.slugline.contract.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        new Entry(
                List.of(change.alert()),
                change,
                change.id(),
                change.alert().page(),
                Delivery.Outcome.WITHHELD)
            .delivery(gate, reason, 0, clock.instant());
    journal.write(delivery, change.trace(), () -> progress.settled(change.place()));
  }

  /** What the log of deliveries tells already is not written a second time. */
  void sentBefore(Change change, String gate) {
    counters.withheld(gate, 1);
    progress.settled(change.place());
  }

  void delivered(Work work) {
    counters.attempted(receiver(work), Delivery.Outcome.DELIVERED);
    if (work.isSummary()) {
      summaryDelivered(work);
      return;
    }
    counters.told(work.notification(), clock.instant());
    for (Change change : work.changes()) {
      told(work, change);
      counters.settled(Delivery.Outcome.DELIVERED);
      write(work, change, Delivery.Outcome.DELIVERED, change.alert().reason(), true);
    }
  }

  private void told(Work work, Change change) {
    Trace trace = change.trace();
    if (trace == null) return;
    Map<String, String> about =
        Map.of("alert", change.alert().alert(), "delivery", work.notification().id());
    trace.did("deliver", Duration.between(work.since(), clock.instant()), about);
  }

  void failed(Work work, String reason) {
    counters.attempted(receiver(work), Delivery.Outcome.RETRY_LATER);
    for (Change change : work.changes()) {
      write(work, change, Delivery.Outcome.RETRY_LATER, reason, false);
    }
  }

  /**
   * @param isLast nobody else will be asked, so that the changes are settled
   */
  void refused(Work work, String reason, boolean isLast) {
    counters.attempted(receiver(work), Delivery.Outcome.REFUSED);
    for (Change change : work.changes()) {
      if (!change.place().equals(Change.Place.NONE)) counters.settled(Delivery.Outcome.REFUSED);
      write(work, change, Delivery.Outcome.REFUSED, reason, isLast);
    }
  }

  private void summaryDelivered(Work work) {
    Notification summary = work.notification();
    Delivery delivery =
        new Entry(
                summary.alerts(),
                work.changes().get(0),
                summary.id(),
                summary.page(),
                Delivery.Outcome.DELIVERED)
            .delivery(null, summary.reason(), work.attempts() + 1, clock.instant());
    journal.write(delivery, work.notification().trace(), () -> {});
    String reason = "told in the catch-up summary " + summary.id();
    for (Change change : work.changes()) {
      if (!change.place().equals(Change.Place.NONE)) withheld(change, "page-within", reason);
    }
  }

  private void write(
      Work work,
      Change change,
      Delivery.Outcome outcome,
      @Nullable String reason,
      boolean settles) {
    Delivery delivery =
        new Entry(work.notification().alerts(), change, change.id(), change.alert().page(), outcome)
            .delivery(null, reason, work.attempts() + 1, clock.instant());
    journal.write(delivery, change.trace(), () -> settle(change, settles));
  }

  private void settle(Change change, boolean settles) {
    if (settles) progress.settled(change.place());
  }

  private static String receiver(Work work) {
    return work.changes().get(0).receiver();
  }

  /** One line of the log: what became of one change, told together with these alerts. */
  private record Entry(
      List<Alert> alerts, Change change, String id, boolean page, Delivery.Outcome outcome) {

    Delivery delivery(@Nullable String gate, @Nullable String reason, int attempt, Instant now) {
      Alert alert = change.alert();
      return new Delivery(
          id,
          alerts.stream().map(Alert::alert).toList(),
          alert.watch(),
          alert.story(),
          alert.change(),
          page,
          change.receiver(),
          outcome,
          gate,
          reason,
          attempt,
          now);
    }
  }
}
