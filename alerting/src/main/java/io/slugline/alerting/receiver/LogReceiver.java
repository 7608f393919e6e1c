package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each notification to the log, one line: the receiver that is always there. */
public record LogReceiver(String name) implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger("slugline.alerts");

  @Override
  public boolean wants(Alert update) {
    return false;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public Notifier notifier(Clock clock) {
    return notification -> {
      LOG.info(
          "{} {}: {} ({}, {} articles, {} outlets) delivery {}",
          notification.page() ? "PAGE" : "update",
          notification.first().severity().word(),
          notification.title(),
          notification.reason(),
          notification.first().articleCount(),
          notification.first().outlets(),
          notification.id());
      return new Attempt.Delivered();
    };
  }
}
