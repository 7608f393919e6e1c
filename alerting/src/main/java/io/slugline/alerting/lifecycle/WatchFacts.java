package io.slugline.alerting.lifecycle;

import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import org.jspecify.annotations.Nullable;

/** What an alert remembers of its watch, as it was at the latest match. */
public record WatchFacts(
    String id,
    String title,
    int version,
    Severity severity,
    String receiver,
    boolean shadow,
    Watch.@Nullable Escalate escalate) {

  static WatchFacts of(Watch watch) {
    return new WatchFacts(
        watch.id(),
        watch.title(),
        watch.version(),
        watch.severity(),
        watch.receiver(),
        watch.state() == WatchState.SHADOW,
        watch.escalate());
  }

  Watch.Escalate steps() {
    return escalate == null ? Watch.Escalate.BY_SEVERITY : escalate;
  }
}
