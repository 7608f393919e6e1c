package io.slugline.deploy.broker;

import io.slugline.contract.Topic;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that shares a JVM, and a laptop, with three stages. */
record BrokerSettings(int port, int controllerPort, DataFolder folder) {
  static final int NODE_ID = 1;
  static final int COORDINATORS = 4;
  static final String CONTROLLER = "CONTROLLER";

  private static final int MEBIBYTE = 1 << 20;
  private static final long HUNDRED_DAYS_IN_MINUTES = 100L * 24 * 60;

  Properties properties() {
    Properties all = new Properties();
    all.putAll(who());
    all.putAll(alone());
    all.putAll(small());
    all.putAll(quick());
    return all;
  }

  private Map<String, String> who() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        String.valueOf(NODE_ID),
        "listeners",
        "PLAINTEXT://localhost:%d,%s://localhost:%d".formatted(port, CONTROLLER, controllerPort),
        "advertised.listeners",
        "PLAINTEXT://localhost:" + port,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
        "controller.listener.names",
        CONTROLLER,
        "controller.quorum.voters",
        NODE_ID + "@localhost:" + controllerPort,
        "log.dirs",
        folder.log().toString(),
        "metadata.log.dir",
        folder.metadata().toString());
  }

  /** One broker has nobody to copy to. Topics are made from the catalogue, never by accident. */
  private static Map<String, String> alone() {
    return Map.of(
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", String.valueOf(COORDINATORS),
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", String.valueOf(COORDINATORS),
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "auto.create.topics.enable", "false",
        "message.max.bytes", String.valueOf(Topic.MAX_RECORD_BYTES),
        "replica.fetch.max.bytes", String.valueOf(Topic.MAX_RECORD_BYTES));
  }

  /** The cleaner's default buffer alone costs 128 MiB of heap. */
  private static Map<String, String> small() {
    return Map.of(
        "log.cleaner.dedupe.buffer.size", String.valueOf(4 * MEBIBYTE),
        "log.cleaner.threads", "1",
        "log.segment.bytes", String.valueOf(256 * MEBIBYTE),
        "log.index.size.max.bytes", String.valueOf(MEBIBYTE),
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2",
        "offsets.retention.minutes", String.valueOf(HUNDRED_DAYS_IN_MINUTES));
  }

  /** Groups form at once. */
  private static Map<String, String> quick() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        "broker.heartbeat.interval.ms", "250",
        "controller.quorum.election.timeout.ms", "200",
        "controller.quorum.election.backoff.max.ms", "200",
        "server.max.startup.time.ms", "60000");
  }
}
