package io.slugline.alerting.dispatch;

import io.slugline.contract.Alert;
import java.util.Set;

/**
 * Which receiver an alert goes to: the one that its watch names, or the fallback when the
 * configuration knows none of that name.
 */
record Routes(Set<String> receivers, String fallback) {

  Routes {
    receivers = Set.copyOf(receivers);
  }

  String receiverOf(Alert alert) {
    return receivers.contains(alert.receiver()) ? alert.receiver() : fallback;
  }
}
