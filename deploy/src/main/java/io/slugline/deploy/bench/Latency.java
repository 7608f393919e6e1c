package io.slugline.deploy.bench;

import io.slugline.contract.Alert;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * From the moment that a file was first seen to the moment that a reader has the alert. A file for
 * each article takes other ways through the line than many articles in one: it is timed when the
 * compiler has come to rest on those too.
 */
final class Latency {
  private static final Duration LASTS = Duration.ofSeconds(30);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int WARM_ROUNDS_AT_MOST = 12;
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(10);

  private Latency() {}

  /**
   * Drops one article a file at a steady rate and times each one's alert.
   *
   * @param rate articles a second
   * @return the 99th percentile, in milliseconds
   */
  static double p99Millis(Line line, List<String> lines, double rate) throws Exception {
    Feeder feeder = new Feeder(line, lines, rate);
    List<Long> millis = new ArrayList<>();
    try (KafkaConsumer<String, Alert> alerts = atTheEnd(line)) {
      feeder.start();
      Stopwatch.untilTheCompilerRests(
          WARM_ROUNDS_AT_MOST,
          round -> {
            Stopwatch watch = new Stopwatch();
            Instant end = Instant.now().plus(ROUND);
            while (Instant.now().isBefore(end)) alerts.poll(POLL);
            return watch.stop();
          });
      Instant start = Instant.now();
      Instant end = start.plus(LASTS);
      Instant lastHeard = start;
      while (lastHeard.plus(SILENCE).isAfter(Instant.now())) {
        if (Instant.now().isAfter(end)) feeder.stop();
        for (ConsumerRecord<String, Alert> each : alerts.poll(POLL)) {
          lastHeard = Instant.now();
          Instant seen = each.value().changedAt();
          if (seen.isAfter(start)) millis.add(Duration.between(seen, lastHeard).toMillis());
        }
      }
    } finally {
      feeder.stop();
    }
    if (millis.isEmpty()) throw new IllegalStateException("no alert came");
    millis.sort(null);
    return millis.get((int) Math.ceil(millis.size() * 0.99) - 1);
  }

  /** The same article at another address, so that it is no repeat. */
  static String changed(String line, int number) {
    return line.replaceFirst(
        "\"url\": ?\"", "\"url\": \"https://bench.invalid/" + number + "/?of=");
  }

  static KafkaConsumer<String, Alert> atTheEnd(Line line) {
    Map<String, Object> client = line.cluster().clientProperties();
    client.put("isolation.level", "read_committed");
    KafkaConsumer<String, Alert> alerts =
        new KafkaConsumer<>(
            client,
            Topics.ALERTS.keySerde().deserializer(),
            Topics.ALERTS.valueSerde().deserializer());
    String topic = line.cluster().nameOf(Topics.ALERTS);
    List<TopicPartition> partitions =
        alerts.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    alerts.assign(partitions);
    alerts.seekToEnd(partitions);
    partitions.forEach(alerts::position);
    return alerts;
  }
}
