package io.slugline.deploy.ledger;

import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import io.slugline.contract.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every alert that asked for a page is named by a delivery, be it sent, withheld or refused; every
 * delivery names alerts that there are. Knows no Kafka.
 */
final class PageBook {
  private final Set<String> alerts = new HashSet<>();
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> told = new HashSet<>();
  private long deliveries;

  void alert(Alert alert) {
    alerts.add(alert.alert());
    if (alert.page()) asked.add(alert.alert());
  }

  void delivery(Delivery delivery) {
    deliveries++;
    told.addAll(delivery.alerts());
  }

  /**
   * Where the sums do not hold.
   *
   * @param underWay most alerts that dispatch may still have before it, or that wait there
   */
  List<Gap> gaps(long underWay) {
    List<Gap> gaps = new ArrayList<>();
    long waiting = underWay;
    for (String alert : asked) {
      if (told.contains(alert) || waiting-- > 0) continue;
      gaps.add(
          new Gap(
              Topics.DELIVERIES.name(), alert, 1, "asked for a page, and nothing was recorded"));
    }
    return gaps;
  }

  long alerts() {
    return alerts.size();
  }

  long pages() {
    return asked.size();
  }

  long deliveries() {
    return deliveries;
  }
}
