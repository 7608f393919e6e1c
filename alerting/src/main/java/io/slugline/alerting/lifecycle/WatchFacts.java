package io.slugline.alerting.lifecycle;

import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;

/** What an alert remembers of its watch, as it was at the latest match. */
public record WatchFacts(
    String id, String title, int version, Severity severity, String receiver, boolean shadow) {

  static WatchFacts of(Watch watch) {
    return new WatchFacts(
        watch.id(),
        watch.title(),
        watch.version(),
        watch.severity(),
        watch.receiver(),
        watch.state() == WatchState.SHADOW);
  }
}
