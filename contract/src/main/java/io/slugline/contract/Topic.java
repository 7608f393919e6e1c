package io.slugline.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * One topic of the catalogue: what lies on it, under which key, for how long.
 *
 * @param name without the prefix that an installation puts before it
 * @param key what the key is, in words
 * @param type the record that is its value
 * @param partitions how many, unless an installation says otherwise
 * @param retention how long a record is kept; zero on a topic that keeps the latest record of each
 *     key
 * @param valueSerde reads and writes the value
 * @param keyOf the key of a record
 */
public record Topic<V>(
    String name,
    String key,
    Class<V> type,
    int partitions,
    Duration retention,
    Serde<V> valueSerde,
    Function<V, String> keyOf) {

  /** Largest record that a topic takes, in bytes. */
  public static final int MAX_RECORD_BYTES = 16 << 20;

  static <V> Topic<V> of(Catalogued<V> entry) {
    Serde<V> serde =
        new JsonSerde<>(entry.type(), (headers, record) -> entry.describe(record).to(headers));
    return new Topic<>(
        entry.name(),
        entry.key(),
        entry.type(),
        entry.partitions(),
        entry.retention(),
        serde,
        entry.keyOf());
  }

  /** The same topic, for who has its values as JSON already. */
  static Topic<Encoded> encoded(Catalogued<?> entry) {
    return new Topic<>(
        entry.name(),
        entry.key(),
        Encoded.class,
        entry.partitions(),
        entry.retention(),
        new EncodedSerde(entry),
        Encoded::key);
  }

  public Serde<String> keySerde() {
    return Serdes.String();
  }

  public String keyOf(V record) {
    return keyOf.apply(record);
  }

  /** Whether the topic keeps the latest record of each key rather than a stretch of time. */
  public boolean compacted() {
    return retention.isZero();
  }

  /** The settings that the topic is created with. */
  public Map<String, String> settings() {
    String cleanup =
        compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        cleanup,
        TopicConfig.RETENTION_MS_CONFIG,
        compacted() ? "-1" : String.valueOf(retention.toMillis()),
        TopicConfig.COMPRESSION_TYPE_CONFIG,
        "zstd",
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        String.valueOf(MAX_RECORD_BYTES));
  }

  /** What the catalogue says of a topic whose values are JSON. */
  record Catalogued<V>(
      String name,
      String key,
      Class<V> type,
      String stage,
      int partitions,
      Duration retention,
      Function<V, String> keyOf,
      Function<V, String> idOf,
      Function<V, Instant> timeOf) {

    CloudEvent describe(V record) {
      return describe(idOf.apply(record), keyOf.apply(record), timeOf.apply(record));
    }

    CloudEvent describe(String id, String key, Instant time) {
      String shape = type.getSimpleName() + ".v1";
      return new CloudEvent(
          id,
          "/slugline/" + stage,
          "io.slugline." + shape,
          key,
          time,
          shape + ".json",
          "application/json");
    }
  }
}
