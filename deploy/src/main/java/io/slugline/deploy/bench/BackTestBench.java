package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import io.slugline.deploy.backtest.BackTester;
import io.slugline.deploy.backtest.TimeShares;
import io.slugline.deploy.broker.EmbeddedBroker;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.Enricher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * {@code bench backtest}: how many articles a back-test of the pack reads and matches in the time
 * that enrich takes to make one. Both in processor time of this whole process, so the broker's part
 * is in ours.
 */
final class BackTestBench implements Bench {
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final int ROUNDS = 3;
  private static final Duration ALL = Duration.ofDays(10_000);
  private static final Path PACK =
      Path.of(System.getProperty("slugline.home", "."), "deploy/watches/pack.yaml");

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<Watch> pack = WatchList.read(PACK, "bench", Instant.EPOCH);
    Enricher enricher = Enricher.load();
    List<String> lines = input.lines();
    int half = lines.size() / 2;
    enrich(enricher, lines.subList(0, half));
    Stopwatch watch = new Stopwatch();
    List<EnrichedArticle> articles = enrich(enricher, lines.subList(half, lines.size()));
    double enrichMicros = watch.stop().cpuMicrosEach(articles.size());
    Path folder = Files.createTempDirectory("slugline-bench");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      KafkaSettings settings =
          new KafkaSettings(broker.bootstrapServers(), "", 0, Map.of(), Map.of());
      new TopicSetup(settings).create();
      write(articles, settings.cluster());
      return measure(pack, settings.cluster(), enrichMicros);
    } finally {
      Utils.delete(folder.toFile());
    }
  }

  private static ObjectNode measure(List<Watch> pack, Cluster cluster, double enrichMicros) {
    BackTester tester = new BackTester(cluster, AlertConfig.standard().quietAfter(), ALL);
    Stopwatch warming = new Stopwatch();
    while (warming.stop().cpu().compareTo(WARM) < 0) tester.run(pack, ALL);
    Stopwatch watch = new Stopwatch();
    for (int round = 1; round < ROUNDS; round++) tester.run(pack, ALL);
    TimeShares shares = tester.timed(pack, ALL).shares();
    double micros = watch.stop().cpuMicrosEach((int) shares.articles()) / ROUNDS;
    ObjectNode figures = BenchInput.figures("enrich alone, a core", enrichMicros / micros);
    figures.put("articles", shares.articles());
    figures.put("watches", pack.size());
    figures.put("articlesPerSecondPerCore", BenchInput.rounded(1e6 / micros));
    figures.put("referenceArticlesPerSecondPerCore", BenchInput.rounded(1e6 / enrichMicros));
    double total = shares.total();
    figures.put("readingShare", BenchInput.rounded(shares.reading() / total));
    figures.put("decodingShare", BenchInput.rounded(shares.decoding() / total));
    figures.put("matchingShare", BenchInput.rounded(shares.matching() / total));
    figures.put("pagingShare", BenchInput.rounded(shares.paging() / total));
    return figures;
  }

  private static List<EnrichedArticle> enrich(Enricher enricher, List<String> lines) {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (String line : lines) {
      articles.add(enricher.alone(BenchInput.raw(line, articles.size())));
    }
    return articles;
  }

  private static void write(List<EnrichedArticle> articles, Cluster cluster) {
    Topic<EnrichedArticle> topic = Topics.ARTICLES_ENRICHED;
    Map<String, Object> client = cluster.clientProperties();
    // As enrich writes.
    client.put("compression.type", "zstd");
    client.put("batch.size", 256 << 10);
    client.put("linger.ms", 1000);
    try (Producer<String, EnrichedArticle> producer =
        new KafkaProducer<>(
            client, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
      for (EnrichedArticle article : articles) {
        producer.send(new ProducerRecord<>(cluster.nameOf(topic), topic.keyOf(article), article));
      }
    }
  }
}
