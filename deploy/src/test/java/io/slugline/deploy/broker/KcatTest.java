package io.slugline.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.Topics;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.topic.TopicSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger reads us: Debian's kcat, which knows nothing of Slugline. */
class KcatTest {
  private static final Path EXAMPLE =
      Path.of("../contract/src/test/resources/examples/articles.enriched/1.json");

  @TempDir Path data;

  @Test
  void aStrangerReadsTheEnrichedTopic() throws Exception {
    assumeTrue(hasKcat(), "kcat is not installed: apt-get install kcat");
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
      new TopicSetup(SluglineConfig.standard().at(broker.bootstrapServers()).kafka()).create();
      EnrichedArticle article = publish(broker.bootstrapServers());

      List<String> lines = kcat(broker.bootstrapServers());

      assertThat(lines.get(0)).startsWith(article.story().id() + " ");
      assertThat(lines.get(0))
          .contains("ce_specversion=1.0", "ce_type=io.slugline.EnrichedArticle");
      JsonNode read = Json.mapper().readTree(lines.get(1));
      assertThat(read.get("title").asText()).isEqualTo(article.title());
    }
  }

  private static EnrichedArticle publish(String servers) throws Exception {
    EnrichedArticle article =
        Json.mapper().readValue(Files.readString(EXAMPLE), EnrichedArticle.class);
    var topic = Topics.ARTICLES_ENRICHED;
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            topic.keySerde().serializer(),
            topic.valueSerde().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), topic.keyOf(article), article)).get();
    }
    return article;
  }

  private static List<String> kcat(String servers) throws IOException, InterruptedException {
    Process kcat =
        new ProcessBuilder(
                "kcat",
                "-b",
                servers,
                "-t",
                "articles.enriched",
                "-C",
                "-e",
                "-q",
                "-o",
                "beginning",
                "-f",
                "%k %h\n%s\n",
                "-X",
                "isolation.level=read_committed")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = new String(kcat.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(kcat.waitFor()).isZero();
    return lines;
  }

  private static boolean hasKcat() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kcat")));
  }
}
