package io.slugline.alerting.dispatch;

import io.slugline.alerting.receiver.Attempt;
import io.slugline.alerting.receiver.Notification;
import io.slugline.alerting.receiver.Notifier;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Ends each attempt as it is told to, and delivers when it is told nothing. */
final class ScriptedNotifier implements Notifier {
  final List<Notification> sent = new ArrayList<>();
  private final Deque<Attempt> script = new ArrayDeque<>();
  private boolean dead;

  ScriptedNotifier next(Attempt attempt) {
    script.add(attempt);
    return this;
  }

  ScriptedNotifier busy() {
    return next(new Attempt.RetryLater("busy", Duration.ZERO));
  }

  ScriptedNotifier refuses() {
    return next(new Attempt.Refused("no such address"));
  }

  void dead(boolean now) {
    dead = now;
  }

  String stories() {
    return sent.stream()
        .map(one -> one.alerts().stream().map(Alert::story).collect(Collectors.joining("+")))
        .collect(Collectors.joining(" "));
  }

  @Override
  public Attempt send(Notification notification) {
    sent.add(notification);
    if (dead) return new Attempt.RetryLater("dead", Duration.ZERO);
    Attempt scripted = script.poll();
    return scripted == null ? new Attempt.Delivered() : scripted;
  }
}
