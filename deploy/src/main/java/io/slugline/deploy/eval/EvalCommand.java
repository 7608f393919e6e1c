package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
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

/** {@code slugline eval TASK}: what enrich and alerting are worth on labelled data. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Runs the production code over labelled items and prints its scores.")
public final class EvalCommand implements Callable<Integer> {
  private static final Map<String, Supplier<Eval>> TASKS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("copies", CopiesEval::new),
              Map.entry("entities", EntitiesEval::new),
              Map.entry("keywords", KeywordsEval::new),
              Map.entry("noise", NoiseEval::new),
              Map.entry("stories", StoriesEval::new),
              Map.entry("watches", WatchesEval::new),
              Map.entry("text", TextEval::new)));

  // picocli sets it before call().
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "TASK",
      description = "text, noise, entities, keywords, copies, stories, watches")
  private String task = "";

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "labelled items, JSON Lines")
  private Path in = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "where the predictions go")
  private @Nullable Path out;

  @Option(names = "--pairs", paramLabel = "FILE", description = "judged pairs (copies)")
  private @Nullable Path pairs;

  @Option(names = "--watches", paramLabel = "FILE", description = "the watch list (watches)")
  private @Nullable Path watches;

  @Option(
      names = "--label",
      paramLabel = "DATA=WATCH",
      description = "the data's name of a watch (watches)")
  private Map<String, String> labels = Map.of();

  @Option(
      names = "--peers",
      description = "score others' ways too (text, entities, copies, stories)")
  private boolean peers;

  @Option(
      names = "--output",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "form of the scores")
  private String output = "text";

  @Override
  public Integer call() throws IOException {
    Supplier<Eval> chosen = TASKS.get(task);
    if (chosen == null) {
      throw new ParameterException(
          spec.commandLine(), "no task '" + task + "': one of " + TASKS.keySet());
    }
    long start = System.nanoTime();
    ObjectNode scores = chosen.get().score(new EvalData(in, out, pairs, watches, labels, peers));
    scores.put("task", task);
    scores.put("seconds", Math.round((System.nanoTime() - start) / 1e7) / 100.0);
    print(scores, System.out);
    return 0;
  }

  private void print(ObjectNode scores, PrintStream to) {
    if (output.equals("json")) to.println(scores);
    else printText("", scores, to);
  }

  private static void printText(String prefix, JsonNode scores, PrintStream to) {
    scores
        .properties()
        .forEach(
            entry -> {
              String name = prefix + entry.getKey();
              if (entry.getValue().isObject()) printText(name + ".", entry.getValue(), to);
              else to.printf("%-28s %s%n", name, entry.getValue().asText());
            });
  }
}
