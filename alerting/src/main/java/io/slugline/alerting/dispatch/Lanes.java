package io.slugline.alerting.dispatch;

import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.receiver.Receiver;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** A lane and a thread for each receiver. */
final class Lanes implements AutoCloseable {
  private static final Duration IN_FLIGHT = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, Receiver> receivers = new HashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile Consumer<Change> fallback = change -> {};
  private volatile boolean stopping;

  Lanes(AlertConfig config, Recorder recorder, Clock clock) {
    Backoff backoff =
        new Backoff(
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            () -> ThreadLocalRandom.current().nextDouble());
    Lane.Patience patience =
        new Lane.Patience(
            config.groupWait(),
            config.pageWithin(),
            Duration.ofSeconds(5),
            Duration.ofHours(24),
            backoff);
    for (Receiver receiver : config.receivers()) {
      receivers.put(receiver.name(), receiver);
      lanes.put(
          receiver.name(),
          new Lane(
              receiver.name(),
              receiver.notifier(clock),
              recorder,
              patience,
              clock,
              receiver.name().equals(config.fallback()),
              change -> fallback.accept(change)));
    }
  }

  void fallbackTo(Consumer<Change> reroute) {
    fallback = reroute;
  }

  void start(Thread.UncaughtExceptionHandler died) {
    lanes.forEach(
        (name, lane) -> {
          Thread thread = new Thread(() -> run(lane), "dispatch-" + name);
          thread.setUncaughtExceptionHandler(died);
          threads.add(thread);
          thread.start();
        });
  }

  void add(Change change) {
    Lane lane = lanes.get(change.receiver());
    if (lane == null) throw new IllegalStateException("no receiver " + change.receiver());
    lane.add(change);
  }

  void addSummary(String receiver, List<Change> changes, String reason) {
    Lane lane = lanes.get(receiver);
    if (lane != null) lane.addSummary(changes, reason);
  }

  void warn(SilenceEnds.Warning warning) {
    Lane lane = lanes.get(warning.receiver());
    if (lane != null) lane.warn(warning);
  }

  Set<String> names() {
    return lanes.keySet();
  }

  /** Whether the receiver is to be told of a change that interrupts nobody. */
  boolean wants(Change change) {
    Receiver receiver = receivers.get(change.receiver());
    return receiver != null && receiver.wants(change.alert());
  }

  List<String> waiting() {
    return lanes.values().stream().flatMap(lane -> lane.waiting().stream()).toList();
  }

  boolean areIdle() {
    return lanes.values().stream().allMatch(Lane::isIdle);
  }

  /** Each receiver is told again of those alerts that it knows. */
  void refresh(List<Alert> firing, Sent sent) {
    lanes.forEach(
        (name, lane) ->
            lane.refresh(
                firing.stream().filter(alert -> sent.knows(name, alert.alert())).toList()));
  }

  /** Tells the receiver, if there is one of this name, that all is well. */
  void beat(String receiver) {
    Lane lane = lanes.get(receiver);
    if (lane != null) lane.beat();
  }

  void clear() {
    try {
      for (Lane lane : lanes.values()) lane.clear(IN_FLIGHT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopping = true;
    threads.forEach(Thread::interrupt);
  }

  private void run(Lane lane) {
    try {
      while (!stopping) {
        if (!lane.step()) lane.await(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      // Told to stop: what waits is read again at the next start.
      Thread.currentThread().interrupt();
    }
  }
}
