package io.slugline.alerting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.slugline.alerting.lifecycle.Touch;
import io.slugline.alerting.lifecycle.TurnOrder;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the stage counts. These sums hold:
 *
 * <pre>
 * articles read = matched + unmatched + dead letters
 * changes of alerts = pages asked for + updates
 * turns = in order + waited + late + waiting
 * </pre>
 */
final class AlertCounters implements TurnOrder.Tally {
  private final Counter matched;
  private final Counter unmatched;
  private final Counter deadLetters;
  private final Counter matches;
  private final Counter pages;
  private final Counter updates;
  private final Counter inOrder;
  private final Counter waited;
  private final Counter late;
  private final Counter passedOver;
  private final AtomicInteger waiting = new AtomicInteger();

  private final Timer matching;
  private final Timer fileSeenToAlert;
  private final Clock clock;

  AlertCounters(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    fileSeenToAlert =
        Timer.builder("slugline.alerting.file.seen.to.alert")
            .description("from the arrival of an article's file to the change of an alert")
            .publishPercentileHistogram()
            .register(registry);
    matching =
        Timer.builder("slugline.alerting.matching")
            .description("running one article against all watches")
            .publishPercentileHistogram()
            .register(registry);
    matched = articles(registry, "matched");
    unmatched = articles(registry, "unmatched");
    deadLetters = articles(registry, "dead-letter");
    matches =
        Counter.builder("slugline.alerting.matches")
            .description("watch x article")
            .register(registry);
    pages = changes(registry, "page");
    updates = changes(registry, "update");
    inOrder = turns(registry, "in-order");
    waited = turns(registry, "waited");
    late = turns(registry, "late");
    passedOver =
        Counter.builder("slugline.alerting.numbers.passed.over")
            .description("numbers of a language's order that did not come in time")
            .register(registry);
    Gauge.builder("slugline.alerting.turns.waiting", waiting, AtomicInteger::get)
        .description("turns whose number is not yet due")
        .register(registry);
  }

  /** What is known of the watches while the stage runs. */
  void watching(MeterRegistry registry, Monitor monitor) {
    Gauge.builder("slugline.alerting.watches", monitor, Monitor::watches)
        .description("watches that articles are run against")
        .register(registry);
    Gauge.builder("slugline.alerting.watch.dearest.share", monitor, AlertCounters::dearest)
        .description("what the costliest watch takes of what all watches cost")
        .register(registry);
    FunctionCounter.builder("slugline.alerting.watch.failures", monitor, AlertCounters::failures)
        .description("watch x article that failed and was skipped")
        .register(registry);
  }

  /** The share of all looks at articles that the watch takes which takes most. */
  private static double dearest(Monitor monitor) {
    Collection<Long> costs = monitor.costs().values();
    double all = costs.stream().mapToLong(Long::longValue).sum();
    return costs.isEmpty() ? 0 : Collections.max(costs) / all;
  }

  void matched(Touch touch) {
    (touch.matches().isEmpty() ? unmatched : matched).increment();
    matches.increment(touch.matches().size());
  }

  void dead() {
    deadLetters.increment();
  }

  void timed(Duration match) {
    matching.record(match);
  }

  void changed(Alert alert) {
    (alert.page() ? pages : updates).increment();
  }

  /** An article that came late on purpose says nothing about our speed. */
  void timed(Touch touch) {
    if (touch.mayPage()) {
      fileSeenToAlert.record(Duration.between(touch.arrivedAt(), clock.instant()));
    }
  }

  @Override
  public void inOrder() {
    inOrder.increment();
  }

  @Override
  public void waited() {
    waited.increment();
  }

  @Override
  public void late() {
    late.increment();
  }

  @Override
  public void passedOver(long numbers) {
    passedOver.increment(numbers);
  }

  /** So many more turns wait than before. */
  void waiting(int more) {
    waiting.addAndGet(more);
  }

  int waiting() {
    return waiting.get();
  }

  private static Counter turns(MeterRegistry registry, String outcome) {
    return Counter.builder("slugline.alerting.turns")
        .description(
            "articles, story changes and orders: whether they came when their number was due")
        .tag("outcome", outcome)
        .register(registry);
  }

  private static double failures(Monitor monitor) {
    return monitor.failures().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Counter articles(MeterRegistry registry, String outcome) {
    return Counter.builder("slugline.alerting.articles")
        .description("articles run against all watches")
        .tag("outcome", outcome)
        .register(registry);
  }

  private static Counter changes(MeterRegistry registry, String outcome) {
    return Counter.builder("slugline.alerting.changes")
        .description("changes of alerts: those that ask for a page, and updates")
        .tag("outcome", outcome)
        .register(registry);
  }
}
