package io.slugline.deploy.deadletter;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.DeadLetterStamp;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.deadletter.DeadLetter.Decision;
import io.slugline.deploy.deadletter.DeadLetter.Origin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters back, each in one transaction with the note that it was. There is one transactional
 * id for all, so that of two at work at once the first is refused.
 */
final class Redrive implements AutoCloseable {
  static final String ACTION = Topics.DEAD_LETTERS.name() + "/";
  private static final int BATCH = 500;

  private final Cluster cluster;
  private final Producer<String, byte[]> producer;
  private final Map<String, Integer> partitions = new HashMap<>();
  private int sent;

  private Redrive(Cluster cluster, Producer<String, byte[]> producer) {
    this.cluster = cluster;
    this.producer = producer;
  }

  static Redrive open(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("transactional.id", cluster.idOf("slugline-dead-letters"));
    client.put("compression.type", "zstd");
    client.put("max.request.size", Topic.MAX_RECORD_BYTES);
    Producer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close();
      throw e;
    }
    return new Redrive(cluster, producer);
  }

  Outcome settle(DeadLetter letter, Decision decision) {
    if (!letter.isOpen()) return new Outcome(letter, Outcome.Result.DECIDED_BEFORE);
    if (!decision.redriven()) {
      note(letter, decision);
      return new Outcome(letter, Outcome.Result.DISCARDED);
    }
    Origin origin = letter.origin();
    if (origin == null) return new Outcome(letter, Outcome.Result.FILE);
    int there = partitions.computeIfAbsent(origin.topic(), this::partitionsOf);
    if (there == 0) return new Outcome(letter, Outcome.Result.NO_TOPIC);
    note(letter, decision);
    producer.send(record(letter, origin, there));
    return new Outcome(letter, Outcome.Result.REDRIVEN);
  }

  void commit() {
    if (sent == 0) return;
    producer.commitTransaction();
    sent = 0;
  }

  /** What is not committed is taken back. */
  @Override
  public void close() {
    producer.close();
  }

  private void note(DeadLetter letter, Decision decision) {
    if (sent == BATCH) commit();
    if (sent++ == 0) producer.beginTransaction();
    Action action =
        new Action(
            ACTION + letter.id(),
            decision.redriven() ? Action.Kind.REDRIVE : Action.Kind.DISCARD,
            decision.at(),
            decision.by(),
            Action.Target.none(),
            List.of(),
            null,
            decision.note());
    String topic = cluster.nameOf(Topics.ACTIONS);
    Headers headers = new RecordHeaders();
    byte[] value = Topics.ACTIONS.valueSerde().serializer().serialize(topic, headers, action);
    producer.send(
        new ProducerRecord<>(
            topic, null, decision.at().toEpochMilli(), action.id(), value, headers));
  }

  /** As it was when it failed, with a mark; to the very partition, where there still is one. */
  private static ProducerRecord<String, byte @Nullable []> record(
      DeadLetter letter, Origin origin, int partitions) {
    Headers headers = new RecordHeaders();
    for (Header header : letter.headers()) if (isItsOwn(header.key())) headers.add(header);
    headers.add(DeadLetter.REDRIVEN, letter.id().getBytes(StandardCharsets.UTF_8));
    boolean kept = origin.partition() >= 0 && origin.partition() < partitions;
    return new ProducerRecord<>(
        origin.topic(),
        kept ? origin.partition() : null,
        letter.at().toEpochMilli(),
        letter.key(),
        letter.value(),
        headers);
  }

  private static boolean isItsOwn(String header) {
    Set<String> ours = Set.of(DeadLetterStamp.STAGE, DeadLetterStamp.VERSION, DeadLetter.REDRIVEN);
    return !header.startsWith(DeadLetter.ERRORS) && !ours.contains(header);
  }

  private int partitionsOf(String topic) {
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      if (!admin.listTopics().names().get().contains(topic)) return 0;
      var described = admin.describeTopics(Set.of(topic)).allTopicNames().get();
      return Objects.requireNonNull(described.get(topic)).partitions().size();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot ask for topic " + topic, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
