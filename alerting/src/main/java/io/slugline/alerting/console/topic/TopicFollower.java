package io.slugline.alerting.console.topic;

import io.slugline.alerting.console.view.Place;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Cluster;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows topics into the view, in a thread of its own; what is committed, in no group. */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final View view;
  private final Clock clock;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> readers = new HashMap<>();
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
  private final Thread thread = new Thread(this::follow, "console");
  private volatile boolean stopping;
  private Instant nextForgetting = Instant.EPOCH;

  private TopicFollower(Cluster cluster, View view, Clock clock) {
    this.cluster = cluster;
    this.view = view;
    this.clock = clock;
    Map<String, Object> settings = cluster.clientProperties();
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, cluster.idOf("slugline-console"));
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Starts reading; the view says when it has caught up. */
  public static TopicFollower start(Cluster cluster, View view, Clock clock) {
    TopicFollower follower = new TopicFollower(cluster, view, clock);
    follower.read(Topics.ALERTS, record -> view.take(value(Topics.ALERTS, record), place(record)));
    follower.read(
        Topics.ARTICLES_ENRICHED,
        record -> view.take(value(Topics.ARTICLES_ENRICHED, record), place(record)));
    follower.read(Topics.STORIES, record -> view.take(value(Topics.STORIES, record)));
    follower.read(Topics.DELIVERIES, record -> view.take(value(Topics.DELIVERIES, record)));
    follower.read(Topics.ACTIONS, record -> view.take(value(Topics.ACTIONS, record)));
    follower.read(Topics.LEDGER, record -> view.take(record.key(), ledgerEntry(record)));
    follower.readers.put(
        cluster.nameOf(Topics.WATCHES),
        record ->
            view.take(record.key(), record.value() == null ? null : value(Topics.WATCHES, record)));
    follower.thread.start();
    return follower;
  }

  /** What keeps it from reading, when something does. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem.get());
  }

  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LedgerEntry ledgerEntry(ConsumerRecord<String, byte[]> record) {
    return value(Topics.LEDGER, record);
  }

  /** A tombstone says nothing here. */
  private void read(Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    readers.put(
        cluster.nameOf(topic),
        record -> {
          if (record.value() != null) reader.accept(record);
        });
  }

  private void follow() {
    try (consumer) {
      assign();
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (!stopping) {
        consumer.poll(PATIENCE).forEach(this::take);
        if (!view.isCaughtUp() && hasReached(ends)) view.caughtUp();
        forget();
      }
    } catch (WakeupException e) {
      LOG.debug("woken to stop");
    } catch (RuntimeException e) {
      problem.set("the console cannot follow the topics: " + e);
      LOG.error("the console cannot follow the topics", e);
    }
  }

  private void assign() {
    List<TopicPartition> whole = new ArrayList<>();
    Map<TopicPartition, Long> since = new HashMap<>();
    long from = clock.instant().minus(View.SPAN).toEpochMilli();
    for (Topic<?> topic : Topics.all()) {
      String name = cluster.nameOf(topic);
      if (!readers.containsKey(name)) continue;
      consumer
          .partitionsFor(name)
          .forEach(
              info -> {
                TopicPartition partition = new TopicPartition(name, info.partition());
                if (topic.compacted()) whole.add(partition);
                else since.put(partition, from);
              });
    }
    List<TopicPartition> all = new ArrayList<>(whole);
    all.addAll(since.keySet());
    consumer.assign(all);
    consumer.seekToBeginning(whole);
    consumer.seekToEnd(since.keySet());
    consumer
        .offsetsForTimes(since)
        .forEach(
            (partition, found) -> {
              if (found != null) consumer.seek(partition, found.offset());
            });
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      Objects.requireNonNull(readers.get(record.topic())).accept(record);
    } catch (SerializationException e) {
      LOG.warn("{}/{}@{} is not shown", record.topic(), record.partition(), record.offset(), e);
    }
  }

  private void forget() {
    Instant now = clock.instant();
    if (now.isBefore(nextForgetting)) return;
    nextForgetting = now.plus(FORGET_EVERY);
    view.forgetBefore(now.minus(View.SPAN));
  }

  private static Place place(ConsumerRecord<String, byte[]> record) {
    return new Place(record.partition(), record.offset());
  }

  private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    return topic
        .valueSerde()
        .deserializer()
        .deserialize(record.topic(), record.headers(), record.value());
  }
}
