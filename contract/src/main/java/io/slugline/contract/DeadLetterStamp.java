package io.slugline.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes on each dead letter which stage gave up on it, and in which version: Kafka Streams' own
 * headers tell where the record came from and what was thrown, but not by whom. Sits in a stage's
 * producer; records of other topics pass as they are.
 */
public final class DeadLetterStamp implements ProducerInterceptor<byte[], byte[]> {
  /** Header: the stage that gave up. */
  public static final String STAGE = "slugline.stage";

  /** Header: the versions of the code and models that gave up. */
  public static final String VERSION = "slugline.version";

  private static final String TOPIC = "slugline.dead-letters";

  private String topic = "";
  private byte[] stage = new byte[0];
  private byte[] version = new byte[0];

  /** Needed by Kafka, which makes and configures it. */
  public DeadLetterStamp() {}

  /** The version of the jar that a class is in; {@code unreleased} where it is in none. */
  public static String versionOf(Class<?> type) {
    return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "unreleased");
  }

  /** The settings of a producer that stamps. */
  public static Map<String, Object> settings(Cluster cluster, String stage, String version) {
    return Map.of(
        ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
        DeadLetterStamp.class.getName(),
        TOPIC,
        cluster.nameOf(Topics.DEAD_LETTERS),
        STAGE,
        stage,
        VERSION,
        version);
  }

  @Override
  public void configure(Map<String, ?> settings) {
    topic = String.valueOf(settings.get(TOPIC));
    stage = utf8(settings.get(STAGE));
    version = utf8(settings.get(VERSION));
  }

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
    if (!record.topic().equals(topic)) return record;
    // A redriven record that failed again brings the first failure's stamp along.
    record.headers().remove(STAGE).remove(VERSION).add(STAGE, stage).add(VERSION, version);
    return record;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

  @Override
  public void close() {}

  private static byte[] utf8(@Nullable Object text) {
    return Objects.toString(text).getBytes(StandardCharsets.UTF_8);
  }
}
