package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Cluster;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;

/**
 * One enrich process and then two, each with one thread on a core of its own, on raw articles that
 * lie ready. The broker shares the cores of the processes, so that twice the processes have twice
 * the cores, broker included; then once more with one process and the broker on the other core.
 */
final class ScaleBench implements Bench {
  private static final Duration WARM = Duration.ofSeconds(45);
  private static final Duration COUNTED = Duration.ofSeconds(30);
  private static final Pattern SERVERS = Pattern.compile("(?m)^(localhost:\\d+)$");

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    if (Runtime.getRuntime().availableProcessors() < 2) throw new IOException("needs two cores");
    List<String> lines = input.lines();
    Path folder = Files.createTempDirectory("slugline-bench");
    try {
      Measured one = measure(folder.resolve("one"), "0", List.of("0"), lines);
      Measured two = measure(folder.resolve("two"), "0,1", List.of("0", "1"), lines);
      Measured aside = measure(folder.resolve("aside"), "1", List.of("0"), lines);
      ObjectNode figures =
          BenchInput.figures("one enrich process, broker on its core", two.rate() / one.rate());
      figures.put("articlesPerSecond", BenchInput.rounded(two.rate()));
      figures.put("referenceArticlesPerSecond", BenchInput.rounded(one.rate()));
      figures.put("enrichCpuMillisPerArticle", BenchInput.rounded(two.enrichMillis()));
      figures.put("brokerCpuMillisPerArticle", BenchInput.rounded(two.brokerMillis()));
      figures.put("ratioToBrokerAside", BenchInput.rounded(two.rate() / aside.rate()));
      return figures;
    } finally {
      Utils.delete(folder.toFile());
    }
  }

  /** Articles a second, and what one costs enrich and the broker of processor time. */
  private record Measured(double rate, double enrichMillis, double brokerMillis) {}

  private static Measured measure(
      Path folder, String brokerCores, List<String> enrichCores, List<String> lines)
      throws Exception {
    Files.createDirectories(folder);
    List<PinnedProcess> enrich = new ArrayList<>();
    try (PinnedProcess broker = broker(folder, brokerCores)) {
      Line.await(() -> !broker.said(SERVERS).isEmpty());
      KafkaSettings settings = new KafkaSettings(broker.said(SERVERS), "", 0, Map.of(), Map.of());
      new TopicSetup(settings).create();
      Preload.raw(settings.cluster(), lines);
      for (String core : enrichCores) enrich.add(enrich(folder, settings.cluster(), core));
      for (PinnedProcess each : enrich) Line.await(each::isServed);
      return measure(broker, enrich, lines.size());
    } finally {
      enrich.forEach(PinnedProcess::close);
    }
  }

  private static Measured measure(PinnedProcess broker, List<PinnedProcess> enrich, int ready)
      throws Exception {
    // From the first article on each has the same time to compile what is hot.
    for (PinnedProcess each : enrich) awaitFirst(each);
    Thread.sleep(WARM.toMillis());
    double before = settled(enrich);
    double enrichCpu = millis(enrich);
    double brokerCpu = millis(List.of(broker));
    long start = System.nanoTime();
    Thread.sleep(COUNTED.toMillis());
    double counted = settled(enrich) - before;
    double seconds = (System.nanoTime() - start) / 1e9;
    if (settled(enrich) >= ready) throw new IOException("ran dry: give it more --articles");
    return new Measured(
        counted / seconds,
        (millis(enrich) - enrichCpu) / counted,
        (millis(List.of(broker)) - brokerCpu) / counted);
  }

  private static void awaitFirst(PinnedProcess process) throws Exception {
    while (process.read() == 0) Thread.sleep(100);
  }

  private static double settled(List<PinnedProcess> enrich) throws Exception {
    double settled = 0;
    for (PinnedProcess each : enrich) settled += each.settled();
    return settled;
  }

  private static double millis(List<PinnedProcess> processes) {
    return processes.stream().mapToLong(each -> each.cpu().toMillis()).sum();
  }

  private static PinnedProcess broker(Path folder, String cores) throws IOException {
    return PinnedProcess.start(
        cores,
        folder.resolve("broker.log"),
        List.of("broker", "--data", folder.resolve("broker").toString(), "--port", "0"));
  }

  private static PinnedProcess enrich(Path folder, Cluster cluster, String core)
      throws IOException {
    Path config = folder.resolve(core + ".yaml");
    Files.writeString(
        config, "enrich: {threads: 1, instance: core-" + core + "}\nhttp: {port: 0}\n");
    return PinnedProcess.start(
        core,
        folder.resolve("enrich-" + core + ".log"),
        List.of(
            "enrich",
            "--bootstrap-servers",
            cluster.bootstrapServers(),
            "--data",
            folder.resolve("enrich-" + core).toString(),
            "--config",
            config.toString()));
  }
}
