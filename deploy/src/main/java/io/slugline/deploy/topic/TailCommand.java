package io.slugline.deploy.topic;

import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline tail}: subscribes as a downstream consumer would, and prints what comes. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = "Subscribes to alerts, articles or stories and prints them as they come.")
public final class TailCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Mixin private ClusterOption clusterOption;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "alerts|articles|stories", description = "what to subscribe to")
  private What what = What.alerts;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = StartTime.Converter.class,
      description = "beginning, 2h (ago), 2026-11-22, 2026-11-22T18:00:00Z; without it from now on")
  private @Nullable StartTime from;

  @Option(
      names = "--count",
      defaultValue = "2147483647",
      paramLabel = "N",
      description = "stop after so many")
  private int count;

  @Option(names = "--output", defaultValue = "text", paramLabel = "text|json")
  private Output output = Output.text;

  private enum What {
    alerts,
    articles,
    stories
  }

  @Override
  public Integer call() throws Exception {
    try (OpenCluster open = clusterOption.open()) {
      switch (what) {
        case alerts -> follow(open.cluster(), Topics.ALERTS, TailCommand::line);
        case articles -> follow(open.cluster(), Topics.ARTICLES_ENRICHED, TailCommand::line);
        case stories -> follow(open.cluster(), Topics.STORIES, TailCommand::line);
      }
    }
    return ExitCode.DONE;
  }

  private <V> void follow(Cluster cluster, Topic<V> topic, Function<V, String> line) {
    PrintWriter out = spec.commandLine().getOut();
    int printed = 0;
    try (TopicReader<V> reader = reader(cluster, topic)) {
      while (printed < count) {
        for (V value : reader.poll(PATIENCE)) {
          if (printed++ >= count) return;
          out.println(output == Output.json ? Json.write(value) : line.apply(value));
        }
        out.flush();
      }
    }
  }

  private <V> TopicReader<V> reader(Cluster cluster, Topic<V> topic) {
    return from == null
        ? TopicReader.fromEnd(cluster, topic)
        : TopicReader.from(cluster, topic, from.at());
  }

  private static String line(Alert alert) {
    return "%s  %-8s %-8s %-20s %s (%d articles, %d outlets)"
        .formatted(
            alert.changedAt(),
            alert.severity().word(),
            alert.change().word(),
            alert.watch(),
            alert.headline(),
            alert.articleCount(),
            alert.outlets());
  }

  private static String line(EnrichedArticle article) {
    return "%s  %s  %-16s %s (story %s, %d articles)"
        .formatted(
            article.arrivedAt(),
            article.language(),
            article.source() == null ? "-" : article.source(),
            article.title(),
            article.story().id(),
            article.story().articleCount());
  }

  private static String line(StoryChange change) {
    return "%s  %-8s %s: %s"
        .formatted(change.at(), change.kind().word(), change.story(), change.reason());
  }
}
