package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline bench WHAT}: how fast we are, beside a reference in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures speed beside a reference in the same run, and prints the ratio.")
public final class BenchCommand implements Callable<Integer> {
  private static final Map<String, Supplier<Bench>> BENCHES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("backtest", BackTestBench::new),
              Map.entry("enrich", EnrichBench::new),
              Map.entry("growth", GrowthBench::new),
              Map.entry("match", MatchBench::new),
              Map.entry("match-growth", MatchGrowthBench::new),
              Map.entry("overload", OverloadBench::new),
              Map.entry("pipeline", PipelineBench::new),
              Map.entry("scale", ScaleBench::new),
              Map.entry("stories", StoriesBench::new)));

  // picocli sets it before call().
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      description =
          "match, match-growth, stories, pipeline, enrich, growth, backtest, overload, scale")
  private String bench = "";

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "articles, JSON Lines, gzipped or not")
  private Path in = Path.of("");

  @Option(
      names = "--articles",
      defaultValue = "5000",
      paramLabel = "N",
      description = "how many of them at most (${DEFAULT-VALUE})")
  private int articles;

  @Option(
      names = "--watches",
      paramLabel = "N",
      description = "how many watches (match: 100000, match-growth: up to 1000000, pipeline: none)")
  private int watches;

  @Option(
      names = "--compared",
      defaultValue = "400",
      paramLabel = "N",
      description = "on how many articles answers are compared (match; ${DEFAULT-VALUE})")
  private int compared;

  @Option(
      names = "--window",
      defaultValue = "100000",
      paramLabel = "N",
      description = "articles held, made up beyond the file's (stories; ${DEFAULT-VALUE})")
  private int window;

  @Option(
      names = "--seconds",
      defaultValue = "300",
      paramLabel = "N",
      description = "how long too much comes (overload; ${DEFAULT-VALUE}); ten times that in all")
  private int seconds;

  @Option(names = "--chart", paramLabel = "FILE", description = "SVG that is written (overload)")
  private @Nullable Path chart;

  @Option(
      names = "--output",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "form of the figures")
  private String output = "text";

  @Override
  public Integer call() throws Exception {
    Supplier<Bench> chosen = BENCHES.get(bench);
    if (chosen == null) {
      throw new ParameterException(
          spec.commandLine(), "no bench '" + bench + "': one of " + BENCHES.keySet());
    }
    BenchInput input =
        new BenchInput(in, articles, watches, compared, window, Duration.ofSeconds(seconds), chart);
    ObjectNode figures = chosen.get().run(input);
    figures.put("bench", bench);
    if (output.equals("json")) System.out.println(figures);
    else figures.properties().forEach(BenchCommand::print);
    return 0;
  }

  private static void print(Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> figure) {
    System.out.printf("%-40s %s%n", figure.getKey(), figure.getValue().asText());
  }
}
