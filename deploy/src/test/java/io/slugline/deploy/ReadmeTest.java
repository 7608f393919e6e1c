package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import io.slugline.contract.Topics;
import io.slugline.deploy.broker.EmbeddedBroker;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.topic.TopicSetup;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
class ReadmeTest {
  private static final Path ALERT =
      Path.of("../contract/src/test/resources/examples/alerts/1.json");
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theConsumerInJavaReadsAnAlertWithTheContractAlone() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      new TopicSetup(SluglineConfig.standard().at(broker.bootstrapServers()).kafka()).create();
      Alert alert = publish(broker.bootstrapServers());
      Path source = folder.resolve("Subscriber.java");
      Files.writeString(source, shown().replace("localhost:9092", broker.bootstrapServers()));

      Path out = folder.resolve("out");
      Process subscriber = start(source, out);
      try {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(Files.readString(out)).contains(alert.headline()));
      } finally {
        subscriber.destroyForcibly().waitFor();
      }
    }
  }

  private static String shown() throws IOException {
    Matcher java = JAVA.matcher(Files.readString(Path.of("../README.md")));
    assertThat(java.find()).isTrue();
    return java.group(1);
  }

  /** Java compiles it from its source and runs it, with what the contract brings and no more. */
  private static Process start(Path source, Path out) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-Xmx256m", "-cp", classPath(), source.toString())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static String classPath() {
    List<String> needed = List.of("contract", "kafka-clients", "jackson", "slf4j-api", "zstd-jni");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> needed.stream().anyMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Alert publish(String servers) throws Exception {
    Alert alert = Json.mapper().readValue(Files.readString(ALERT), Alert.class);
    var topic = Topics.ALERTS;
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers),
            topic.keySerde().serializer(),
            topic.valueSerde().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), topic.keyOf(alert), alert)).get();
    }
    return alert;
  }
}
