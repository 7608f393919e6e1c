package io.slugline.deploy.run;

import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicReader;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Prints each change of an alert as it comes: a downstream consumer like any other. */
final class AlertPrinter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final TopicReader<Alert> alerts;
  private final Function<Alert, String> form;
  private final Screen screen;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::follow, "alert-printer");
  private volatile boolean stopping;
  private volatile boolean behind = true;

  private AlertPrinter(TopicReader<Alert> alerts, Function<Alert, String> form, Screen screen) {
    this.alerts = alerts;
    this.form = form;
    this.screen = screen;
  }

  /** Starts behind the alerts that are there already. */
  static AlertPrinter start(Cluster cluster, Function<Alert, String> form, Screen screen) {
    AlertPrinter printer =
        new AlertPrinter(TopicReader.fromEnd(cluster, Topics.ALERTS), form, screen);
    printer.thread.setDaemon(true);
    printer.thread.start();
    return printer;
  }

  /** How many alerts have changed since the start. */
  int count() {
    return seen.size();
  }

  /** Waits until every change that is on the topic by now is printed. */
  void catchUp() throws InterruptedException {
    behind = true;
    while (behind && thread.isAlive()) Thread.sleep(PATIENCE.toMillis() / 4);
    RuntimeException failed = failure.get();
    if (failed != null) throw failed;
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
    alerts.close();
  }

  private void follow() {
    try {
      while (!stopping) {
        boolean wasAsked = behind;
        for (Alert alert : alerts.poll(PATIENCE)) {
          seen.add(alert.alert());
          screen.result(form.apply(alert));
        }
        if (wasAsked && alerts.atEnd()) behind = false;
      }
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }
}
