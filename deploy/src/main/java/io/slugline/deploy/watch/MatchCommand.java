package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Match;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  @Override
  public Integer call() throws IOException {
    Monitor monitor = new Monitor();
    list.watches().forEach(monitor::put);
    ArticleMaker maker = new ArticleMaker();
    JsonLines.forEach(in, line -> print(line, monitor, maker));
    return 0;
  }

  private void print(JsonNode line, Monitor monitor, ArticleMaker maker) {
    String id = line.path("id").asText();
    List<Match> matches = maker.fromJson(line).map(monitor::match).orElse(List.of());
    System.out.println(list.isJson() ? json(id, matches) : text(id, matches));
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
