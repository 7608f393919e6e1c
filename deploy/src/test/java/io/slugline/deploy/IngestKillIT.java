package io.slugline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment loses nothing and publishes nothing twice. */
class IngestKillIT {
  private static final int KILLS = 24;
  private static final int FILES = 2000;

  /** Each of these kills takes the broker too. */
  private static final int BROKER_EVERY = 8;

  /** Each of these kills comes while the ingester is still starting. */
  private static final int EARLY_EVERY = 6;

  private final Random random = new Random(20261122);
  private final List<String> expected = new ArrayList<>();
  private int files;

  @TempDir Path folder;

  @Test
  void killedAtRandomMomentsEveryArticleIsThereExactlyOnce() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    BrokerProcess broker = BrokerProcess.start(folder.resolve("data"));
    new TopicSetup(settings(broker)).create();
    int inTheMiddle = 0;

    for (int kill = 1; kill <= KILLS; kill++) {
      put(inbox, FILES * kill / KILLS);
      killSomewhere(IngestProcess.start(broker.bootstrapServers(), inbox), kill);
      if (!open(inbox).isEmpty()) inTheMiddle++;
      if (kill % BROKER_EVERY != 0) continue;
      broker.kill();
      broker = BrokerProcess.start(folder.resolve("data"));
    }
    IngestProcess last = IngestProcess.start(broker.bootstrapServers(), inbox);
    last.awaitIdle();
    last.kill();

    assertThat(files).isEqualTo(FILES);
    assertThat(inTheMiddle).as("kills that left files open").isGreaterThan(KILLS / 4);
    assertThat(open(inbox)).isEmpty();
    List<String> published =
        read(broker, Topics.ARTICLES_RAW, new StringDeserializer()::deserialize);
    assertThat(published).hasSameSizeAs(expected).containsExactlyInAnyOrderElementsOf(expected);
    assertThatTheAccountsAreRight(broker, published.size());
    broker.kill();
  }

  private void assertThatTheAccountsAreRight(BrokerProcess broker, int published) {
    Map<String, LedgerEntry> accounts = new HashMap<>();
    var ledger = Topics.LEDGER.valueSerde().deserializer();
    for (LedgerEntry entry : read(broker, Topics.LEDGER, ledger::deserialize)) {
      accounts.put(Topics.LEDGER.keyOf(entry), entry);
    }
    assertThat(accounts.values()).hasSize(FILES).allMatch(entry -> entry.state() == State.DONE);
    assertThat(accounts.values().stream().mapToInt(LedgerEntry::published).sum())
        .isEqualTo(published);
  }

  private void killSomewhere(IngestProcess ingester, int kill) throws Exception {
    boolean early = kill % EARLY_EVERY == 0;
    if (!early) ingester.awaitReady();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(early ? 1500 : 300));
    ingester.kill();
  }

  /** Renames files into place until there were {@code upTo}; each of their articles is another. */
  private void put(Path inbox, int upTo) throws IOException {
    for (; files < upTo; files++) {
      String name = "f" + files + (files % 20 == 0 ? ".jsonl.gz" : ".json");
      int articles = files % 20 == 0 ? 200 : 1;
      Path unfinished = inbox.resolve(name + ".tmp");
      Files.write(unfinished, content(name, articles));
      Files.move(unfinished, inbox.resolve(name));
    }
  }

  private byte[] content(String name, int articles) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < articles; i++) {
      String article = "{\"id\":\"" + name + "-" + i + "\",\"text\":\"" + filling() + "\"}";
      expected.add(article);
      lines.append(article).append(articles == 1 ? "" : "\n");
    }
    byte[] bytes = lines.toString().getBytes(UTF_8);
    if (articles == 1) return bytes;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private String filling() {
    return Long.toHexString(random.nextLong()).repeat(10 + random.nextInt(60));
  }

  private static List<Path> open(Path inbox) throws IOException {
    try (Stream<Path> all = Files.list(inbox)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  private static KafkaSettings settings(BrokerProcess broker) {
    return new KafkaSettings(broker.bootstrapServers(), null, 0, null, null);
  }

  private interface Reading<V> {
    V read(String topic, byte[] value);
  }

  /** All that a reader of committed records sees. */
  private static <V> List<V> read(BrokerProcess broker, Topic<?> topic, Reading<V> reading) {
    List<V> values = new ArrayList<>();
    Map<String, Object> client =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    var bytes = new org.apache.kafka.common.serialization.ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(client, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> values.add(reading.read(record.topic(), record.value())));
      }
    }
    return values;
  }
}
