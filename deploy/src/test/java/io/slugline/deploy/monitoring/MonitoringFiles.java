package io.slugline.deploy.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in {@code deploy/monitoring} and {@code deploy/grafana}. */
final class MonitoringFiles {
  static final Path FOLDER = Path.of("monitoring");
  private static final Path DASHBOARDS = Path.of("grafana/dashboards");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:slugline|kafka|jvm|process)[_:][a-z0-9_:]+\\b");
  private static final YAMLMapper YAML = new YAMLMapper();

  private MonitoringFiles() {}

  static List<JsonNode> rules() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : YAML.readTree(FOLDER.resolve("rules.yml").toFile()).get("groups")) {
      group.get("rules").forEach(rules::add);
    }
    return rules;
  }

  static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> dashboards = new ArrayList<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.sorted().toList()) dashboards.add(YAML.readTree(file.toFile()));
    }
    return dashboards;
  }

  /** What the panels ask. */
  static List<String> panelQueries() throws IOException {
    List<String> queries = new ArrayList<>();
    for (JsonNode dashboard : dashboards()) {
      dashboard.findValues("expr").forEach(query -> queries.add(query.asText()));
    }
    return queries;
  }

  /** The names that rules define. */
  static Set<String> recorded() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode rule : rules()) if (rule.has("record")) names.add(rule.get("record").asText());
    return names;
  }

  /** The metrics that rules and panels ask for. */
  static Set<String> asked() throws IOException {
    List<String> queries = new ArrayList<>(panelQueries());
    for (JsonNode rule : rules()) queries.add(rule.get("expr").asText());
    Set<String> names = new TreeSet<>();
    for (String query : queries) {
      Matcher metric = METRIC.matcher(query.replaceAll("\"[^\"]*\"", ""));
      while (metric.find()) names.add(metric.group());
    }
    return names;
  }
}
