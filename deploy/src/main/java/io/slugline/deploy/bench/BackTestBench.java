package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Cluster;
import io.slugline.contract.Watch;
import io.slugline.deploy.backtest.BackTester;
import io.slugline.deploy.backtest.TimeShares;
import io.slugline.deploy.broker.EmbeddedBroker;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * {@code bench backtest}: how many articles a back-test of the pack reads and matches in the time
 * in which the enrich stage writes one; and in which enrich alone, without Kafka, makes one. All in
 * processor time of this whole process, the broker's part included.
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
    enrich(enricher, lines.subList(half, lines.size()));
    double aloneMicros = watch.stop().cpuMicrosEach(lines.size() - half);
    Path folder = Files.createTempDirectory("slugline-bench");
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      KafkaSettings settings =
          new KafkaSettings(broker.bootstrapServers(), "", 0, Map.of(), Map.of());
      new TopicSetup(settings).create();
      Preload.raw(settings.cluster(), lines);
      double stageMicros = write(settings.cluster(), enricher, lines.size(), folder);
      return measure(pack, settings.cluster(), stageMicros, aloneMicros);
    } finally {
      Utils.delete(folder.toFile());
    }
  }

  private static void enrich(Enricher enricher, List<String> lines) {
    int number = 0;
    for (String line : lines) enricher.alone(BenchInput.raw(line, number++));
  }

  /** Has the stage write all that lies ready; what an article of the second half took it. */
  private static double write(Cluster cluster, Enricher enricher, int articles, Path folder)
      throws Exception {
    EnrichConfig config = new EnrichConfig(1, 0, "bench", EnrichConfig.standard().stories());
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (EnrichApp app =
        EnrichApp.start(cluster, config, enricher, folder.resolve("enrich"), registry)) {
      Line.await(() -> Line.articles(registry) >= articles / 2.0);
      long before = Line.articles(registry);
      Stopwatch watch = new Stopwatch();
      Line.await(() -> Line.articles(registry) >= articles || app.problem().isPresent());
      return watch.stop().cpuMicrosEach((int) (Line.articles(registry) - before));
    }
  }

  private static ObjectNode measure(
      List<Watch> pack, Cluster cluster, double stageMicros, double aloneMicros) {
    BackTester tester = new BackTester(cluster, AlertConfig.standard().quietAfter(), ALL);
    Stopwatch warming = new Stopwatch();
    while (warming.stop().cpu().compareTo(WARM) < 0) tester.run(pack, ALL);
    Stopwatch watch = new Stopwatch();
    for (int round = 1; round < ROUNDS; round++) tester.run(pack, ALL);
    TimeShares shares = tester.timed(pack, ALL).shares();
    double micros = watch.stop().cpuMicrosEach((int) shares.articles()) / ROUNDS;
    ObjectNode figures = BenchInput.figures("the enrich stage, a core", stageMicros / micros);
    figures.put("ratioToEnrichAlone", BenchInput.rounded(aloneMicros / micros));
    figures.put("articles", shares.articles());
    figures.put("watches", pack.size());
    figures.put("articlesPerSecondPerCore", BenchInput.rounded(1e6 / micros));
    figures.put("referenceArticlesPerSecondPerCore", BenchInput.rounded(1e6 / stageMicros));
    double total = shares.total();
    figures.put("readingShare", BenchInput.rounded(shares.reading() / total));
    figures.put("decodingShare", BenchInput.rounded(shares.decoding() / total));
    figures.put("matchingShare", BenchInput.rounded(shares.matching() / total));
    figures.put("pagingShare", BenchInput.rounded(shares.paging() / total));
    return figures;
  }
}
