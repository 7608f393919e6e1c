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

/** From the moment that a file was first seen to the moment that a reader has the alert. */
final class Latency {
  private static final Duration LASTS = Duration.ofSeconds(20);
  private static final Duration LEAD_IN = Duration.ofSeconds(4);
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private Latency() {}

  /**
   * Drops one article a file at a steady rate and times each one's alert.
   *
   * @param rate articles a second
   * @return the 99th percentile, in milliseconds
   */
  static double p99Millis(Line line, List<String> lines, double rate) throws Exception {
    List<Long> millis = new ArrayList<>();
    Instant start = Instant.now();
    try (KafkaConsumer<String, Alert> alerts = atTheEnd(line)) {
      Thread feeder = new Thread(() -> feed(line, lines, rate, start), "slugline-bench-feeder");
      feeder.start();
      Instant lastHeard = Instant.now();
      while (feeder.isAlive() || lastHeard.plus(SILENCE).isAfter(Instant.now())) {
        for (ConsumerRecord<String, Alert> each : alerts.poll(Duration.ofMillis(10))) {
          lastHeard = Instant.now();
          Instant seen = each.value().changedAt();
          if (seen.isAfter(start.plus(LEAD_IN))) {
            millis.add(Duration.between(seen, lastHeard).toMillis());
          }
        }
      }
      feeder.join();
    }
    if (millis.isEmpty()) throw new IllegalStateException("no alert came");
    millis.sort(null);
    return millis.get((int) Math.ceil(millis.size() * 0.99) - 1);
  }

  private static void feed(Line line, List<String> lines, double rate, Instant start) {
    try {
      Instant end = start.plus(LASTS);
      for (int sent = 0; Instant.now().isBefore(end); sent++) {
        Instant due = start.plusNanos((long) (sent / rate * 1e9));
        long wait = Duration.between(Instant.now(), due).toMillis();
        if (wait > 0) Thread.sleep(wait);
        line.drop(List.of(changed(lines.get(sent % lines.size()), sent)));
      }
    } catch (Exception e) {
      throw new IllegalStateException("cannot feed the inbox", e);
    }
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
