package io.slugline.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slugline.contract.Cluster;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What somebody with too many rights does to a cluster by mistake. */
final class ClusterHands {
  private ClusterHands() {}

  static void delete(Cluster cluster, Topic<?> topic) throws Exception {
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      admin.deleteTopics(List.of(cluster.nameOf(topic))).all().get();
    }
  }

  /** Writes over every account what nobody can read. */
  static void damageLedger(Cluster cluster) {
    try (var producer =
        new KafkaProducer<>(
            cluster.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      for (String key : accounts(cluster)) {
        byte[] garbage = "{\"state\": \"do".getBytes(UTF_8);
        producer.send(new ProducerRecord<>(cluster.nameOf(Topics.LEDGER), key, garbage));
      }
    }
  }

  private static Set<String> accounts(Cluster cluster) {
    Set<String> keys = new HashSet<>();
    try (TopicReader<LedgerEntry> reader = TopicReader.fromBeginning(cluster, Topics.LEDGER)) {
      while (!reader.atEnd()) {
        reader.forEach(Duration.ofMillis(200), (key, account) -> keys.add(key));
      }
    }
    return keys;
  }
}
