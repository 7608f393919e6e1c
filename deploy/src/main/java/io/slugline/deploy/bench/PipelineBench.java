package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Replay;
import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import io.slugline.enrich.Enricher;
import io.slugline.enrich.text.LineMemories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.utils.Utils;

/**
 * The whole line against enrich's pure functions on the same articles with as many threads, then
 * against records of the same sizes passed through as many topics, then at half its rate for the
 * time from a file seen to an alert written. Enrich's own share of the processor is its pure
 * functions and its grouper's; what the line takes beyond it is held against the pass-through. All
 * are warmed by rounds over all of the articles until the compiler rests, the line in lines of its
 * own: a broker and three stages have much to compile.
 */
final class PipelineBench implements Bench {
  private static final int THREADS = 2;
  private static final int FILE = 50;
  private static final int WARM_ROUNDS_AT_MOST = 10;

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<String> lines = input.lines();
    List<RawArticle> articles = new ArrayList<>();
    for (String line : lines) articles.add(BenchInput.raw(line, articles.size()));
    Path folder = Files.createTempDirectory("slugline-bench");
    try {
      Enricher enricher = Enricher.load();
      Alone alone = alone(enricher, articles);
      Stopwatch.untilTheCompilerRests(
          WARM_ROUNDS_AT_MOST, round -> warm(folder.resolve("warm-" + round), enricher, lines));
      Measured whole = measure(folder.resolve("line"), enricher, lines);
      PassThrough.Passed passed =
          PassThrough.run(folder.resolve("through"), whole.carried(), whole.rate());
      ObjectNode figures = figures(whole, alone, passed, articles.size());
      if (input.watches() > 0) addMatching(figures, lines, input.watches());
      return figures;
    } finally {
      Utils.delete(folder.toFile());
    }
  }

  /** Enrich without Kafka: what it does to each article, and its grouper after that. */
  private record Alone(Stopwatch.Taken functions, Stopwatch.Taken grouper) {

    double cpuMicrosEach(int articles) {
      return functions.cpuMicrosEach(articles) + grouper.cpuMicrosEach(articles);
    }
  }

  private static Alone alone(Enricher enricher, List<RawArticle> articles) throws Exception {
    AtomicReference<Stopwatch.Taken> grouper = new AtomicReference<>();
    Stopwatch.Taken functions =
        Stopwatch.untilTheCompilerRests(
            WARM_ROUNDS_AT_MOST,
            round -> {
              LineMemories memories = new LineMemories();
              PureStories stories = new PureStories();
              Stopwatch.Taken taken =
                  new PureEnrich(raw -> enricher.alone(raw, memories), THREADS, stories::featurize)
                      .run(articles);
              grouper.set(stories.place());
              return taken;
            });
    return new Alone(functions, Objects.requireNonNull(grouper.get()));
  }

  private record Measured(Stopwatch.Taken taken, int counted, double p99Millis, Carried carried) {

    double rate() {
      return taken.perSecond(counted);
    }
  }

  private static Stopwatch.Taken warm(Path folder, Enricher enricher, List<String> lines)
      throws Exception {
    try (Line line = Line.start(folder, THREADS, enricher)) {
      line.watch(samples());
      Stopwatch watch = new Stopwatch();
      drop(line, lines);
      line.awaitArticles(lines.size());
      return watch.stop();
    }
  }

  private static Measured measure(Path folder, Enricher enricher, List<String> lines)
      throws Exception {
    try (Line line = Line.start(folder, THREADS, enricher)) {
      line.watch(samples());
      int leadIn = lines.size() / 10;
      drop(line, lines.subList(0, leadIn));
      line.awaitArticles(leadIn);
      int counted = lines.size() - leadIn;
      Stopwatch watch = new Stopwatch();
      drop(line, lines.subList(leadIn, lines.size()));
      line.awaitArticles(lines.size());
      Stopwatch.Taken taken = watch.stop();
      Carried between = Carried.between(line.cluster());
      Map<String, List<Replay.Part>> extent = Carried.extent(line.cluster());
      line.watch(probing());
      double p99 = Latency.p99Millis(line, lines, taken.perSecond(counted) / 2);
      // Not before: 200 MB in the way of the collector show in what a file waits at most.
      return new Measured(taken, counted, p99, between.with(line.cluster(), extent));
    }
  }

  private static ObjectNode figures(
      Measured whole, Alone alone, PassThrough.Passed passed, int articles) {
    double rate = whole.rate();
    double pureRate = alone.functions().perSecond(articles);
    ObjectNode figures =
        BenchInput.figures("enrich's pure functions, " + THREADS + " threads", rate / pureRate);
    double own = whole.taken().cpuMicrosEach(whole.counted()) - alone.cpuMicrosEach(articles);
    int through = whole.carried().articles();
    double paced = passed.paced().cpuMicrosEach(through);
    double fullSpeed = passed.fullSpeed().cpuMicrosEach(through);
    figures.put("articles", whole.counted());
    figures.put("articlesPerSecond", BenchInput.rounded(rate));
    figures.put("referenceArticlesPerSecond", BenchInput.rounded(pureRate));
    figures.put("p99Millis", BenchInput.rounded(whole.p99Millis()));
    figures.put("passThroughCpuRatio", BenchInput.rounded(own / fullSpeed));
    figures.put("pacedPassThroughCpuRatio", BenchInput.rounded(own / paced));
    figures.put(
        "cpuMicrosPerArticle", BenchInput.rounded(whole.taken().cpuMicrosEach(whole.counted())));
    figures.put("enrichCpuMicrosPerArticle", BenchInput.rounded(alone.cpuMicrosEach(articles)));
    figures.put("passThroughCpuMicrosPerArticle", BenchInput.rounded(fullSpeed));
    figures.put("pacedPassThroughCpuMicrosPerArticle", BenchInput.rounded(paced));
    figures.put(
        "grouperCpuMicrosPerArticle", BenchInput.rounded(alone.grouper().cpuMicrosEach(articles)));
    figures.put("compilerShare", BenchInput.rounded(whole.taken().compilerShare()));
    return figures;
  }

  /** What so many watches take beside enrich's pure functions, each by itself. */
  private static void addMatching(ObjectNode figures, List<String> lines, int watches)
      throws Exception {
    double matching = PureMatching.cpuMicrosEach(lines, watches);
    double enrich = figures.get("enrichCpuMicrosPerArticle").asDouble();
    figures.put("watches", watches);
    figures.put("matchingCpuMicrosPerArticle", BenchInput.rounded(matching));
    figures.put("matchingShare", BenchInput.rounded(matching / (enrich + matching)));
  }

  private static void drop(Line line, List<String> lines) throws Exception {
    for (int at = 0; at < lines.size(); at += FILE) {
      line.drop(lines.subList(at, Math.min(at + FILE, lines.size())));
    }
  }

  /** The samples' watches, and one that every English article matches. */
  static List<Watch> probing() throws IOException {
    List<Watch> probing = new ArrayList<>(samples());
    probing.add(probe());
    return probing;
  }

  private static List<Watch> samples() throws IOException {
    Path samples =
        Path.of(System.getProperty("slugline.home", "."), "deploy", "samples", "watches.yaml");
    return WatchList.read(samples, "bench", Instant.EPOCH);
  }

  /** A watch that every English article matches, so that each one's alert can be timed. */
  private static Watch probe() {
    return new Watch(
        "probe",
        "Every article",
        Severity.INFO,
        "log",
        WatchState.LIVE,
        "the OR of OR and OR a",
        new Watch.Examples(List.of(), List.of()),
        1,
        "bench",
        Instant.EPOCH,
        null,
        null,
        null,
        null);
  }
}
