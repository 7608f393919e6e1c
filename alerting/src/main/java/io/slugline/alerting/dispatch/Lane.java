package io.slugline.alerting.dispatch;

import io.slugline.alerting.receiver.Attempt;
import io.slugline.alerting.receiver.Notification;
import io.slugline.alerting.receiver.Notifier;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What waits for one receiver, and the attempts to deliver it. Each receiver has its own lane and
 * its own thread, which calls {@link #step}; a dead receiver holds up no other.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final String receiver;
  private final Notifier notifier;
  private final Recorder recorder;
  private final Patience patience;
  private final Clock clock;
  private final Consumer<Change> fallback;
  private final boolean isFallback;
  private final WorkQueue queue = new WorkQueue();
  private final Late late;
  private final Circuit circuit;
  private @Nullable Work inFlight;
  private @Nullable List<Alert> stillFiring;
  private @Nullable Notification beat;

  /**
   * @param isFallback there is nobody else to ask
   * @param fallback takes the pages that the receiver will never accept
   */
  Lane(
      String receiver,
      Notifier notifier,
      Recorder recorder,
      Patience patience,
      Clock clock,
      boolean isFallback,
      Consumer<Change> fallback) {
    this.receiver = receiver;
    this.notifier = notifier;
    this.recorder = recorder;
    this.patience = patience;
    this.clock = clock;
    this.isFallback = isFallback;
    this.fallback = fallback;
    this.late = new Late(patience);
    this.circuit = new Circuit(patience.backoff());
  }

  /** How long is waited for what. */
  record Patience(
      Duration groupWait,
      Duration pageWithin,
      Duration gather,
      Duration giveUpAfter,
      Backoff backoff) {}

  synchronized void add(Change change) {
    Duration wait = change.alert().page() ? patience.groupWait() : Duration.ZERO;
    queue.add(Work.of(change, clock.instant(), wait));
    notifyAll();
  }

  /** Makes the attempt that is due, if one is; false when there was nothing to do. */
  boolean step() {
    sayAgain();
    Optional<Work> next = begin();
    if (next.isEmpty()) return false;
    Work work = next.get();
    Alert first = work.notification().first();
    MDC.put("alert", first.alert());
    MDC.put("story", first.story());
    end(work, attempt(work.notification()));
    MDC.clear();
    return true;
  }

  /** Takes what came up while nobody could be told, for one summary. */
  synchronized void addSummary(List<Change> changes, String reason) {
    queue.add(Work.summary(changes, reason, clock.instant()));
    notifyAll();
  }

  /** Says that a silence ends soon. */
  synchronized void warn(SilenceEnds.Warning warning) {
    queue.add(Work.warning(warning, clock.instant()));
    notifyAll();
  }

  /** Has the receiver told again of what fires, as soon as its thread is free. */
  synchronized void refresh(List<Alert> firing) {
    stillFiring = firing;
    notifyAll();
  }

  /** Has the receiver told that all is well, once, with no second attempt. */
  synchronized void beat() {
    beat = Notification.heartbeat(receiver, clock.instant());
    notifyAll();
  }

  /** Waits until there may be something to do. */
  synchronized void await(Duration atMost) throws InterruptedException {
    if (queue.next(clock.instant()).isEmpty() || !circuit.letsPass(clock.instant())) {
      wait(Math.max(1, atMost.toMillis()));
    }
  }

  /** Forgets what waits: another dispatcher takes over, after the attempt that is being made. */
  synchronized void clear(Duration atMost) throws InterruptedException {
    queue.clear();
    late.clear();
    long until = System.nanoTime() + atMost.toNanos();
    while (inFlight != null && System.nanoTime() < until) wait(20);
  }

  /** Whether there is nothing to do, or nothing but to wait until the receiver answers again. */
  synchronized boolean isIdle() {
    boolean empty = queue.all().isEmpty() && late.all().isEmpty();
    return inFlight == null && (empty || circuit.isOpen());
  }

  /** What waits, in words. */
  synchronized List<String> waiting() {
    List<Work> all = new ArrayList<>(queue.all());
    all.addAll(late.all());
    return all.stream()
        .map(
            work ->
                receiver
                    + ": "
                    + work.notification().title()
                    + " (delivery "
                    + work.notification().id()
                    + ", "
                    + work.attempts()
                    + " attempts)")
        .toList();
  }

  private synchronized Optional<Work> begin() {
    Instant now = clock.instant();
    late.gather(queue, now).ifPresent(queue::add);
    if (!circuit.letsPass(now)) return Optional.empty();
    Optional<Work> next = queue.next(now);
    inFlight = next.orElse(null);
    return next;
  }

  /** What is said again and again; the next time makes good for one that fails. */
  private void sayAgain() {
    List<Alert> firing;
    Notification heartbeat;
    synchronized (this) {
      firing = stillFiring;
      heartbeat = beat;
      stillFiring = null;
      beat = null;
      if (!circuit.letsPass(clock.instant())) return;
    }
    if (heartbeat != null) attempt(heartbeat);
    if (firing != null && !firing.isEmpty()) notifier.refresh(firing);
  }

  private Attempt attempt(Notification notification) {
    try {
      return notifier.send(notification);
    } catch (RuntimeException e) {
      // A notifier answers failures of its receiver with a value; this one is a bug of its own.
      LOG.error("notifier of {} failed on {}", receiver, notification.id(), e);
      return new Attempt.Refused("the notifier failed: " + e);
    }
  }

  private synchronized void end(Work work, Attempt attempt) {
    if (attempt instanceof Attempt.Delivered) delivered(work);
    if (attempt instanceof Attempt.RetryLater later) retryLater(work, later);
    if (attempt instanceof Attempt.Refused refused) refused(work, refused.reason());
    inFlight = null;
    notifyAll();
  }

  private void delivered(Work work) {
    if (circuit.isOpen()) LOG.info("receiver {} answers again", receiver);
    circuit.succeeded();
    queue.remove(work);
    recorder.delivered(work);
  }

  private void retryLater(Work work, Attempt.RetryLater later) {
    Instant now = clock.instant();
    boolean wasOpen = circuit.isOpen();
    circuit.failed(now, later.after());
    if (circuit.isOpen() && !wasOpen) LOG.warn("receiver {}: {}", receiver, later.reason());
    if (work.since().plus(patience.giveUpAfter()).isBefore(now)) {
      refused(work, "given up after " + (work.attempts() + 1) + " attempts: " + later.reason());
      return;
    }
    recorder.failed(work, later.reason());
    Duration pause = patience.backoff().before(work.attempts() + 2);
    Duration longer = pause.compareTo(later.after()) > 0 ? pause : later.after();
    queue.retry(work, work.attempted(now.plus(longer)));
  }

  private void refused(Work work, String reason) {
    LOG.warn("receiver {} refused {}: {}", receiver, work.notification().id(), reason);
    circuit.succeeded();
    queue.remove(work);
    boolean goesOn = work.notification().page() && !isFallback;
    recorder.refused(work, reason, !goesOn);
    if (goesOn) work.changes().forEach(fallback);
  }
}
