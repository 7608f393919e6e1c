package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * That somebody is handing live's enrich over: the only member of a group, which it is no longer a
 * few seconds after its process has died, and the only one who can write the hand-over down.
 */
public final class Presence implements AutoCloseable {
  private static final String ID = "replay.handover";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration ONE_LOOK = Duration.ofMillis(100);
  private static final int GONE_AFTER_MILLIS = 10_000;
  private static final int AT_MOST_MILLIS = 600_000;

  private final KafkaConsumer<byte[], byte[]> member;
  private final Producer<String, byte[]> pen;

  private Presence(KafkaConsumer<byte[], byte[]> member, Producer<String, byte[]> pen) {
    this.member = member;
    this.pen = pen;
  }

  /** Says so; empty when somebody else is at it. */
  public static Optional<Presence> claim(Cluster cluster)
      throws ExecutionException, InterruptedException {
    if (isClaimed(cluster)) return Optional.empty();
    Map<String, Object> client = cluster.clientProperties();
    client.put("group.id", cluster.idOf(ID));
    client.put("enable.auto.commit", false);
    client.put("session.timeout.ms", GONE_AFTER_MILLIS);
    // It reads nothing, and is there all the same.
    client.put("max.poll.interval.ms", Integer.MAX_VALUE);
    KafkaConsumer<byte[], byte[]> member =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    member.subscribe(List.of(cluster.nameOf(Topics.REPLAYS)));
    Instant end = Instant.now().plus(PATIENCE);
    while (member.assignment().isEmpty() && Instant.now().isBefore(end)) member.poll(ONE_LOOK);
    if (!member.assignment().isEmpty()) return Optional.of(new Presence(member, take(cluster)));
    member.close();
    return Optional.empty();
  }

  /** Whether somebody is at it. */
  public static boolean isClaimed(Cluster cluster) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      return isClaimed(admin, cluster);
    }
  }

  /** Whether somebody is at it. */
  public static boolean isClaimed(Admin admin, Cluster cluster)
      throws ExecutionException, InterruptedException {
    return !Members.of(admin, cluster.idOf(ID)).isEmpty();
  }

  /** Nothing more comes of a hand-over that was begun, even if who began it is only slow. */
  public static void breakOff(Cluster cluster) {
    take(cluster).close();
  }

  /** What the hand-over is written with. */
  public Producer<String, byte[]> pen() {
    return pen;
  }

  private static Producer<String, byte[]> take(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("transactional.id", cluster.idOf(ID));
    client.put("transaction.timeout.ms", AT_MOST_MILLIS);
    client.put("max.request.size", Topic.MAX_RECORD_BYTES);
    client.put("compression.type", "zstd");
    Producer<String, byte[]> pen =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    pen.initTransactions();
    return pen;
  }

  @Override
  public void close() {
    pen.close();
    member.close();
  }
}
