package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DeleteConsumerGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where a replay writes: topics and application ids that bear its prefix. Each topic has one
 * partition, which keeps the order that the replay is fed in; nothing in them ends by itself.
 */
final class Fence {
  /** What it reads beside articles, as it stood when it first ran. */
  private static final List<Topic<?>> REFERENCES =
      List.of(Topics.SOURCES, Topics.ENTITIES, Topics.WATCHES);

  /** What it writes, or reads and finds empty. */
  private static final List<Topic<?>> RESULTS = results();

  private final KafkaSettings settings;
  private final Cluster live;
  private final Cluster inside;

  Fence(KafkaSettings settings, Replay replay) {
    this.settings = settings;
    this.live = settings.cluster();
    this.inside = live.under(replay.prefix());
  }

  private static List<Topic<?>> results() {
    List<Topic<?>> results = new ArrayList<>(Topics.all());
    results.removeAll(REFERENCES);
    return results;
  }

  /** The cluster as the replay sees it. */
  Cluster inside() {
    return inside;
  }

  /** Makes the topics, and copies what is read beside articles; once. */
  void raise() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(live.clientProperties())) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          Stream.concat(RESULTS.stream(), REFERENCES.stream())
              .filter(topic -> !existing.contains(inside.nameOf(topic)))
              .map(this::wanted)
              .toList();
      admin.createTopics(missing).all().get();
    }
    for (Topic<?> topic : REFERENCES) {
      if (isEmpty(topic)) copy(topic);
    }
  }

  /** Takes away what lies on one of the replay's topics. */
  void empty(Topic<?> topic) throws ExecutionException, InterruptedException {
    TopicPartition only = new TopicPartition(inside.nameOf(topic), 0);
    try (Admin admin = Admin.create(live.clientProperties())) {
      admin.deleteRecords(Map.of(only, RecordsToDelete.beforeOffset(-1))).all().get();
    }
  }

  /**
   * Deletes topics, internal ones too, and groups.
   *
   * @param kept names that stay
   */
  void fall(Predicate<String> kept) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(live.clientProperties())) {
      Predicate<String> ours = name -> name.startsWith(inside.topicPrefix()) && !kept.test(name);
      List<String> topics = admin.listTopics().names().get().stream().filter(ours).toList();
      admin.deleteTopics(topics).all().get();
      List<String> groups =
          admin.listGroups().all().get().stream()
              .map(group -> group.groupId())
              .filter(ours)
              .toList();
      delete(admin, groups);
    }
  }

  private static void delete(Admin admin, List<String> groups)
      throws ExecutionException, InterruptedException {
    try {
      admin.deleteConsumerGroups(groups, new DeleteConsumerGroupsOptions()).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) throw e;
    }
  }

  private NewTopic wanted(Topic<?> topic) {
    Map<String, String> kept = new HashMap<>(topic.settings());
    kept.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    // A replay's story changes are compared one by one.
    if (RESULTS.contains(topic)) {
      kept.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    }
    Optional<Short> replicas =
        settings.replicationFactor() == 0
            ? Optional.empty()
            : Optional.of((short) settings.replicationFactor());
    return new NewTopic(inside.nameOf(topic), Optional.of(1), replicas).configs(kept);
  }

  private boolean isEmpty(Topic<?> topic) {
    try (TopicScan scan = new TopicScan(inside, topic)) {
      return scan.since(Instant.EPOCH).stream().allMatch(part -> part.end() == 0);
    }
  }

  private void copy(Topic<?> topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    TopicScan.all(live, topic, records::add);
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(
            live.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      for (ConsumerRecord<String, byte[]> record : records) {
        producer.send(
            new ProducerRecord<>(
                inside.nameOf(topic), 0, record.key(), record.value(), record.headers()));
      }
    }
  }
}
