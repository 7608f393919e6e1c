package io.slugline.alerting.dispatch;

import io.slugline.contract.Alert;
import io.slugline.contract.Trace;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The flow: read, routed, withheld by the first gate that is shut or else into a lane. */
final class Dispatcher {
  private final Routes routes;
  private final Gates gates;
  private final Consumer<Change> lanes;
  private final Recorder recorder;
  private final Progress progress;
  private final DispatchCounters counters;

  /**
   * @param lanes takes what is to be delivered into the lane of its receiver
   */
  Dispatcher(
      Routes routes,
      Gates gates,
      Consumer<Change> lanes,
      Recorder recorder,
      Progress progress,
      DispatchCounters counters) {
    this.routes = routes;
    this.gates = gates;
    this.lanes = lanes;
    this.recorder = recorder;
    this.progress = progress;
    this.counters = counters;
  }

  void take(Alert alert, Change.Place place, @Nullable Trace trace) {
    progress.began(place);
    counters.read();
    pass(new Change(alert, routes.receiverOf(alert), place, trace));
  }

  /** A page that its receiver will never accept goes to the one that is always there. */
  void reroute(Change refused) {
    counters.rerouted();
    pass(refused.to(routes.fallback()));
  }

  private void pass(Change change) {
    Optional<Gates.Gate> shut = gates.firstShut(change);
    if (shut.isEmpty()) {
      lanes.accept(change);
      return;
    }
    Gates.Gate gate = shut.get();
    if (gate.wasSettled()) recorder.sentBefore(change, gate.name());
    else recorder.withheld(change, gate.name(), gate.reason());
  }
}
