package io.slugline.alerting.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.slugline.alerting.AlertConfig;
import io.slugline.contract.Cluster;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The running dispatcher: started by {@link #start}, stopped by {@link #close}. */
public final class DispatchApp implements AutoCloseable {
  private final DispatchLoop loop;

  private DispatchApp(DispatchLoop loop) {
    this.loop = loop;
  }

  /** Starts telling people; {@link #ready} says when it has read what was told before. */
  public static DispatchApp start(
      Cluster cluster, AlertConfig config, MeterRegistry registry, Clock clock) {
    DispatchLoop loop = new DispatchLoop(cluster, config, new DispatchCounters(registry), clock);
    loop.start();
    return new DispatchApp(loop);
  }

  /** What keeps it from working, when something does. */
  public Optional<String> problem() {
    return loop.problem();
  }

  /** Whether it reads alerts. */
  public boolean ready() {
    return loop.ready();
  }

  /**
   * Tells the receiver that the configuration names for it, each minute as long as all stages are
   * well, that they are: whoever misses it knows that we are down.
   */
  public void heartbeatWhile(BooleanSupplier allWell) {
    loop.heartbeatWhile(allWell);
  }

  /** Whether every alert is read, and nobody is left to tell but receivers that do not answer. */
  public boolean idle() {
    return loop.isIdle();
  }

  /** The notifications that wait for their receiver, one line each. */
  public List<String> waiting() {
    return loop.waiting();
  }

  @Override
  public void close() {
    loop.close();
  }
}
