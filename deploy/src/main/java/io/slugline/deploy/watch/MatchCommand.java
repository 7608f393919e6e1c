package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Match;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watch match}: the same matcher over a file of articles, without Kafka. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = "Tells for each article of a file which watches match it.")
final class MatchCommand implements Callable<Integer> {
  @Mixin private final ListFile list = new ListFile();

  @Option(
      names = "--in",
      required = true,
      paramLabel = "ARTICLES",
      description = "articles, JSON Lines, gzipped or not")
  private Path in = Path.of("");

  @Option(
      names = "--costs",
      description =
          "print instead what each watch cost, the costliest first: how often it asked for one of"
              + " its terms, its share of all watches' cost, the articles it was given up on")
  private boolean costs;

  @Override
  public Integer call() throws IOException {
    Monitor monitor = new Monitor();
    list.watches().forEach(monitor::put);
    ArticleMaker maker = new ArticleMaker();
    JsonLines.forEach(
        in,
        line -> {
          List<Match> matches = maker.fromJson(line).map(monitor::match).orElse(List.of());
          if (!costs) print(line.path("id").asText(), matches);
        });
    if (costs) printCosts(monitor);
    return 0;
  }

  private void print(String id, List<Match> matches) {
    System.out.println(list.isJson() ? json(id, matches) : text(id, matches));
  }

  private void printCosts(Monitor monitor) {
    Map<String, Long> looks = monitor.costs();
    Map<String, Long> failures = monitor.failures();
    double all = looks.values().stream().mapToLong(Long::longValue).sum();
    looks.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            cost -> {
              double share = cost.getValue() / all;
              long givenUp = failures.getOrDefault(cost.getKey(), 0L);
              System.out.println(
                  list.isJson()
                      ? json(cost.getKey(), cost.getValue(), share, givenUp)
                      : "%s: %d looks, %.1f %%, given up %d times"
                          .formatted(cost.getKey(), cost.getValue(), share * 100, givenUp));
            });
  }

  private static ObjectNode json(String watch, long looks, double share, long givenUp) {
    return Json.mapper()
        .createObjectNode()
        .put("watch", watch)
        .put("looks", looks)
        .put("share", share)
        .put("givenUp", givenUp);
  }

  private static ObjectNode json(String id, List<Match> matches) {
    ObjectNode line = Json.mapper().createObjectNode().put("id", id);
    ArrayNode watches = line.putArray("watches");
    matches.forEach(match -> watches.add(match.watch().id()));
    return line;
  }

  private static String text(String id, List<Match> matches) {
    return id
        + ": "
        + matches.stream().map(match -> match.watch().id()).collect(Collectors.joining(", "));
  }
}
