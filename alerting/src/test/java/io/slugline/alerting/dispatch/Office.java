package io.slugline.alerting.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.Samples;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import io.slugline.contract.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole flow without Kafka and threads: receivers {@code desk} and {@code last}. */
final class Office {
  final ManualClock clock = new ManualClock(Samples.minute(1));
  private final Clock time = clock.withZone(ZoneOffset.UTC);
  final ScriptedNotifier desk = new ScriptedNotifier();
  final ScriptedNotifier last = new ScriptedNotifier();
  final Silences silences = new Silences();
  final Progress progress = new Progress();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<Delivery> log;
  final List<@Nullable Trace> traces = new ArrayList<>();
  private final Map<String, Lane> lanes;
  private final Dispatcher dispatcher;
  private long offset;

  Office() {
    this(List.of());
  }

  /** One that starts with what was told before it. */
  Office(List<Delivery> before) {
    log = new ArrayList<>(before);
    Sent sent = new Sent();
    before.forEach(sent::take);
    Journal journal =
        (delivery, trace, written) -> {
          log.add(delivery);
          traces.add(trace);
          sent.take(delivery);
          written.run();
        };
    DispatchCounters counters = new DispatchCounters(registry);
    Recorder recorder = new Recorder(journal, progress, counters, time);
    Lane.Patience patience =
        new Lane.Patience(
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            Duration.ofHours(24),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), () -> 0.999));
    lanes =
        Map.of(
            "desk", new Lane("desk", desk, recorder, patience, time, false, this::reroute),
            "last", new Lane("last", last, recorder, patience, time, true, this::reroute));
    Gates gates = new Gates(change -> change.receiver().equals("updates"), silences, sent, time);
    dispatcher =
        new Dispatcher(
            new Routes(Set.of("desk", "last"), "last"),
            gates,
            change -> Objects.requireNonNull(lanes.get(change.receiver())).add(change),
            recorder,
            progress,
            counters);
  }

  Office warn(SilenceEnds.Warning warning) {
    Objects.requireNonNull(lanes.get("desk")).warn(warning);
    return this;
  }

  private void reroute(Change change) {
    dispatcher.reroute(change);
  }

  Office take(Alert... alerts) {
    for (Alert alert : alerts) dispatcher.take(alert, new Change.Place(0, offset++), null);
    return this;
  }

  Office take(Alert alert, Trace trace) {
    dispatcher.take(alert, new Change.Place(0, offset++), trace);
    return this;
  }

  /** Runs both lanes until they have nothing to do. */
  Office work() {
    boolean worked = true;
    while (worked) {
      worked = false;
      for (Lane lane : lanes.values()) worked |= lane.step();
    }
    return this;
  }

  /** Lets time pass second by second, as the lanes would see it. */
  Office pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      clock.advance(Duration.ofSeconds(1));
      work();
    }
    return this;
  }

  void beat(String receiver) {
    Objects.requireNonNull(lanes.get(receiver)).beat();
  }

  List<String> waiting() {
    return lanes.values().stream().flatMap(lane -> lane.waiting().stream()).toList();
  }

  List<String> outcomes() {
    return log.stream()
        .map(
            delivery ->
                delivery.story()
                    + " "
                    + delivery.outcome().word()
                    + (delivery.gate() == null ? "" : " " + delivery.gate()))
        .toList();
  }

  double count(String outcome) {
    return registry.find("slugline.dispatch.changes").tag("outcome", outcome).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  double counted(String name) {
    return registry.get("slugline.dispatch.changes." + name).counter().count();
  }
}
