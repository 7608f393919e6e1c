package io.slugline.alerting.console.topic;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes orders to {@code actions} and {@code watches}. */
public final class KafkaOrders implements Orders, AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final Producer<String, byte[]> producer;

  public KafkaOrders(Cluster cluster) {
    this.cluster = cluster;
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, cluster.idOf("slugline-console"));
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis() / 2);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN.toMillis());
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void write(Action action) {
    send(Topics.ACTIONS, Topics.ACTIONS.keyOf(action), action);
  }

  @Override
  public void write(Watch watch) {
    send(Topics.WATCHES, Topics.WATCHES.keyOf(watch), watch);
  }

  @Override
  public void removeWatch(String id) {
    send(Topics.WATCHES, id, null);
  }

  @Override
  public void close() {
    producer.close(WITHIN);
  }

  private <V> void send(Topic<V> topic, String key, @Nullable V record) {
    String name = cluster.nameOf(topic);
    Headers headers = new RecordHeaders();
    byte[] value =
        record == null ? null : topic.valueSerde().serializer().serialize(name, headers, record);
    try {
      producer
          .send(new ProducerRecord<>(name, null, key, value, headers))
          .get(WITHIN.toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("cannot write to " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("stopped while writing to " + name, e);
    }
  }
}
