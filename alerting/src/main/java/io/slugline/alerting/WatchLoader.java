package io.slugline.alerting;

import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.WatchSyntaxException;
import io.slugline.contract.Watch;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each change of a watch to the monitor. Kafka Streams replays the whole topic through it
 * before the first article, since the store beside it keeps nothing.
 */
final class WatchLoader implements Processor<String, Watch, Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchLoader.class);
  private final Monitor monitor;

  WatchLoader(Monitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public void process(Record<String, Watch> record) {
    if (record.value() == null) {
      monitor.remove(record.key());
      LOG.info("watch {} removed", record.key());
      return;
    }
    try {
      monitor.put(record.value());
    } catch (WatchSyntaxException e) {
      // Linted before it was written, so by a newer or foreign program: the last good one stays.
      LOG.error("watch {} cannot be read, its version before stays in force", record.key(), e);
      return;
    }
    LOG.info("watch {} loaded, version {}", record.key(), record.value().version());
  }
}
