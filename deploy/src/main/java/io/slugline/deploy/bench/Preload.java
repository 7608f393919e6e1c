package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Articles that lie ready before anybody reads them. */
final class Preload {
  private Preload() {}

  /** Puts lines on {@code articles.raw}, all as of now. */
  static void raw(Cluster cluster, List<String> lines) {
    Map<String, Object> settings = cluster.clientProperties();
    settings.put("compression.type", "zstd");
    // A batch that overtakes the first one of a new partition is refused.
    settings.put("max.in.flight.requests.per.connection", 1);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      String topic = cluster.nameOf(Topics.ARTICLES_RAW);
      var values = Topics.ARTICLES_RAW.valueSerde().serializer();
      Instant now = Instant.now();
      for (int number = 0; number < lines.size(); number++) {
        RawArticle article = BenchInput.raw(lines.get(number), number, now);
        RecordHeaders headers = new RecordHeaders();
        byte[] value = values.serialize(topic, headers, article);
        producer.send(new ProducerRecord<>(topic, null, article.id(), value, headers));
      }
    }
  }
}
