package io.slugline.alerting.dispatch;

import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Pages that silences withheld: once a silence is over, what still fires is told in one summary, so
 * that nothing is lost in a silence and nobody is met by a storm. Rebuilt from {@code deliveries}.
 */
final class Muted {
  private static final String GATE = "silence";
  private final Map<Page, Instant> pages = new ConcurrentHashMap<>();

  /** An alert that a receiver was not told of. */
  private record Page(String receiver, String alert) {}

  void take(Delivery delivery) {
    boolean isMuted = GATE.equals(delivery.gate()) && delivery.page();
    boolean isTold = delivery.outcome() == Delivery.Outcome.DELIVERED;
    for (String alert : delivery.alerts()) {
      Page page = new Page(delivery.receiver(), alert);
      if (isMuted) pages.put(page, delivery.at());
      if (isTold) pages.remove(page);
    }
  }

  /**
   * Takes out what no silence covers any more, by receiver.
   *
   * @param isOurs whether this dispatcher tells of the alert
   */
  Map<String, List<Change>> takeFree(
      Firing firing, Silences silences, Predicate<String> isOurs, Instant now) {
    Map<String, List<Change>> free = new TreeMap<>();
    for (Page page : List.copyOf(pages.keySet())) {
      Alert alert = firing.get(page.alert());
      if (alert == null || alert.state() == Alert.State.RESOLVED) {
        if (alert != null) pages.remove(page);
        continue;
      }
      if (!isOurs.test(page.alert()) || silences.covering(alert, now).isPresent()) continue;
      pages.remove(page);
      free.computeIfAbsent(page.receiver(), name -> new ArrayList<>())
          .add(new Change(alert, page.receiver(), Change.Place.NONE, null));
    }
    free.values().forEach(changes -> changes.sort(Comparator.comparing(Muted::firedAt)));
    return free;
  }

  void forgetBefore(Instant horizon) {
    pages.values().removeIf(at -> at.isBefore(horizon));
  }

  private static String firedAt(Change change) {
    return change.alert().firedAt() + change.alert().alert();
  }
}
