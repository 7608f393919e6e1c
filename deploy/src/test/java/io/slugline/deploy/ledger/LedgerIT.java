package io.slugline.deploy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.slugline.contract.Cluster;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Repeat;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two articles go in, and one is lost, first before enrich and then behind it. */
class LedgerIT {
  private static final Instant NOW = Instant.now();

  @TempDir private Path folder;

  @Test
  void whatIsLostIsNamedAndWhatIsUnderWayIsNoLoss() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder)) {
      KafkaSettings settings = new KafkaSettings(kafka.bootstrapServers(), null, 0, null, null);
      Cluster cluster = settings.cluster();
      new TopicSetup(settings).create();

      send(cluster, Topics.LEDGER, account());
      send(cluster, Topics.ARTICLES_RAW, article("f-0"));
      assertThat(Books.read(cluster, Clock.systemUTC()).gaps())
          .extracting(Gap::topic, Gap::key)
          .containsExactly(tuple("articles.raw", "f.txt"));

      send(cluster, Topics.ARTICLES_RAW, article("f-1"));
      assertThat(Books.read(cluster, Clock.systemUTC()).gaps()).isEmpty();
      assertThat(Books.read(cluster, Clock.systemUTC()).underWay()).isEqualTo(2);

      send(cluster, Topics.ARTICLES_REPEATED, new Repeat("f-0", "a", 1, NOW, null));
      readToTheEnd(cluster);
      assertThat(Books.read(cluster, Clock.systemUTC()).gaps())
          .extracting(Gap::topic, Gap::key)
          .containsExactly(tuple("articles.enriched", "f-1"));
    }
  }

  private static LedgerEntry account() {
    return new LedgerEntry(
        "f", "inbox", "f.txt", 9, LedgerEntry.State.DONE, 2, 2, 0, List.of(), null, null, NOW, NOW);
  }

  private static RawArticle article(String id) {
    return new RawArticle(
        id, new byte[0], "text/plain", null, null, "inbox", "f.txt", NOW, false, Map.of());
  }

  /** As enrich would, had it read both articles. */
  private static void readToTheEnd(Cluster cluster) throws Exception {
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      for (int partition = 0; partition < Topics.ARTICLES_RAW.partitions(); partition++) {
        admin
            .alterConsumerGroupOffsets(
                "slugline-enrich",
                Map.of(new TopicPartition("articles.raw", partition), new OffsetAndMetadata(2)))
            .all()
            .get();
      }
    }
  }

  private static <V> void send(Cluster cluster, Topic<V> topic, V record) {
    Headers headers = new RecordHeaders();
    byte[] value = topic.valueSerde().serializer().serialize(topic.name(), headers, record);
    try (var producer =
        new KafkaProducer<>(
            cluster.clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), null, topic.keyOf(record), value, headers));
    }
  }
}
