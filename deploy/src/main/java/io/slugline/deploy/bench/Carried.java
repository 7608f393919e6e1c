package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What the line wrote to each of its topics, those between its own steps among them, as plain
 * bytes: what a pass-through is given to carry. Of a topic between two steps only the end is left.
 *
 * @param records by the name of the topic, tombstones among them
 */
record Carried(Map<String, List<KeyValue<byte[], byte @Nullable []>>> records) {
  private static final String BETWEEN = "-repartition";

  int articles() {
    return raw().size();
  }

  List<KeyValue<byte[], byte @Nullable []>> raw() {
    return of(Topics.ARTICLES_RAW.name());
  }

  /** A topic's records, spread over the articles. */
  Share share(String topic) {
    return new Share(of(topic), articles());
  }

  /**
   * What is left of a topic between two steps, a record for each article.
   *
   * @throws IllegalStateException when nothing is
   */
  Share rest(String topic) {
    if (of(topic).isEmpty()) throw new IllegalStateException("nothing is left of " + topic);
    return share(topic);
  }

  private List<KeyValue<byte[], byte @Nullable []>> of(String topic) {
    return records.getOrDefault(topic, List.of());
  }

  /** The topics that an application's stores were written to. */
  List<String> changelogs(String application) {
    return records.keySet().stream()
        .filter(name -> name.startsWith(application) && isChangelog(name))
        .toList();
  }

  static boolean isChangelog(String topic) {
    return topic.endsWith("-changelog");
  }

  /** What lies on each topic by now, but for those between two steps. */
  static Map<String, List<Replay.Part>> extent(Cluster cluster) throws Exception {
    return extent(cluster, topic -> !topic.endsWith(BETWEEN));
  }

  /** What is left of the topics between two steps. */
  static Carried between(Cluster cluster) throws Exception {
    return read(cluster, extent(cluster, topic -> topic.endsWith(BETWEEN)));
  }

  /** This and what lies on other topics in these parts. */
  Carried with(Cluster cluster, Map<String, List<Replay.Part>> extent) {
    Carried both = read(cluster, extent);
    both.records.putAll(records);
    return both;
  }

  private static Map<String, List<Replay.Part>> extent(Cluster cluster, Predicate<String> which)
      throws Exception {
    Map<String, List<Replay.Part>> extent = new TreeMap<>();
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      for (String topic : admin.listTopics().names().get()) {
        if (!which.test(topic)) continue;
        try (TopicScan scan = new TopicScan(cluster, topic)) {
          extent.put(topic, scan.since(Instant.EPOCH));
        }
      }
    }
    return extent;
  }

  private static Carried read(Cluster cluster, Map<String, List<Replay.Part>> extent) {
    Map<String, List<KeyValue<byte[], byte @Nullable []>>> records = new TreeMap<>();
    extent.forEach(
        (topic, parts) -> {
          try (TopicScan scan = new TopicScan(cluster, topic)) {
            scan.read(parts, record -> put(records, topic, record));
          }
        });
    return new Carried(records);
  }

  /** All keys of ours are text. */
  private static void put(
      Map<String, List<KeyValue<byte[], byte @Nullable []>>> records,
      String topic,
      ConsumerRecord<String, byte[]> record) {
    records
        .computeIfAbsent(topic, any -> new ArrayList<>())
        .add(KeyValue.pair(record.key().getBytes(StandardCharsets.UTF_8), record.value()));
  }
}
