package io.slugline.alerting.dispatch;

import io.slugline.contract.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The notification log: what is settled. Rebuilt from {@code deliveries} at each start. */
final class Sent {
  private final Map<String, Instant> settled = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> receiversOfAlert = new ConcurrentHashMap<>();

  void take(Delivery delivery) {
    boolean ended =
        delivery.outcome() == Delivery.Outcome.DELIVERED
            || delivery.outcome() == Delivery.Outcome.WITHHELD;
    // One that was refused is tried again: the fallback may not have been asked yet.
    if (!ended) return;
    settled.put(delivery.id(), delivery.at());
    if (delivery.outcome() != Delivery.Outcome.DELIVERED) return;
    for (String alert : delivery.alerts()) {
      receiversOfAlert
          .computeIfAbsent(alert, id -> ConcurrentHashMap.newKeySet())
          .add(delivery.receiver());
    }
  }

  boolean isSettled(String id) {
    return settled.containsKey(id);
  }

  /** Whether the receiver has ever been told of the alert. */
  boolean knows(String receiver, String alert) {
    return receiversOfAlert.getOrDefault(alert, Set.of()).contains(receiver);
  }

  void forgetBefore(Instant horizon) {
    settled.values().removeIf(at -> at.isBefore(horizon));
  }

  void forgetAlert(String alert) {
    receiversOfAlert.remove(alert);
  }
}
