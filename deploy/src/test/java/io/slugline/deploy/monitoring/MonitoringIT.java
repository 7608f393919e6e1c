package io.slugline.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.deploy.SluglineProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules and panels ask is there to be asked: against a line that runs on the samples. */
class MonitoringIT {
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static SluglineProcess slugline;
  private static Collector collector;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void theSamplesRanThrough() throws IOException {
    collector = new Collector();
    slugline =
        SluglineProcess.run(
            folder.resolve("data"), Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint()));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(get(slugline.address() + "metrics"))
                    .contains("slugline_dispatch_attempts_total{outcome=\"delivered\""));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    slugline.stop();
    collector.close();
  }

  @Test
  void everyMetricThatIsAskedForIsExported() throws Exception {
    Set<String> known = new TreeSet<>(MonitoringFiles.recorded());
    get(slugline.address() + "metrics")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> known.add(line.split("[{ ]")[0]));

    assertThat(known).containsAll(MonitoringFiles.asked());
  }

  @Test
  void aPagesTraceBeginsAtItsFileAndHasEachStepOnItsWay() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).isNotEmpty());

    List<JsonNode> trace = told().get(0);
    JsonNode file =
        trace.stream().filter(span -> span.path("name").asText().equals("ingest")).findAny().get();
    assertThat(trace)
        .extracting(span -> span.path("name").asText())
        .contains("ingest", "tag", "place", "alert", "deliver");
    assertThat(file.has("parentSpanId")).isFalse();
    assertThat(trace)
        .filteredOn(span -> !span.equals(file))
        .allMatch(span -> span.path("parentSpanId").equals(file.path("spanId")));
    assertThat(trace)
        .allMatch(
            span ->
                span.path("endTimeUnixNano").asLong() >= span.path("startTimeUnixNano").asLong());
    assertThat(file.path("attributes").toString())
        .containsPattern("slugline[.]path.*[a-z-]+[.](txt|html|json)");
  }

  @Test
  void aPageToTheReceiverThatLogsIsALineOfTheLog() {
    assertThat(slugline.said()).containsPattern("alerts: PAGE \\w+: .* delivery [0-9a-f]+");
  }

  /** The traces of articles that somebody was told of. */
  private static List<List<JsonNode>> told() {
    return collector.traces().values().stream()
        .filter(
            trace -> trace.stream().anyMatch(span -> span.path("name").asText().equals("deliver")))
        .toList();
  }

  @Test
  void aPrometheusWithOurFilesAnswersEveryPanelAndHoldsUsForWell() throws Exception {
    assumeTrue(Files.isExecutable(PROMETHEUS), PROMETHEUS + " is not installed");
    int port = freePort();
    Process prometheus = prometheus(port);
    try {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(unanswered(port)).isEmpty());

      assertThat(query(port, "ALERTS{alertstate=\"firing\"}"))
          .extracting(alert -> alert.at("/metric/alertname").asText())
          .containsOnly("SluglineWatchdog");
      assertThat(query(port, "up{job=\"slugline\"} == 1")).hasSize(1);
    } finally {
      prometheus.destroyForcibly().waitFor();
    }
  }

  private static List<String> unanswered(int port) throws Exception {
    List<String> empty = new ArrayList<>();
    for (String panel : MonitoringFiles.panelQueries()) {
      if (query(port, panel).isEmpty()) empty.add(panel);
    }
    return empty;
  }

  /** Our files as they are, but for who is scraped and how often. */
  private static Process prometheus(int port) throws IOException {
    Path config = Files.createDirectories(folder.resolve("prometheus"));
    try (Stream<Path> files = Files.list(MonitoringFiles.FOLDER)) {
      for (Path file : files.toList()) Files.copy(file, config.resolve(file.getFileName()));
    }
    Path main = config.resolve("prometheus.yml");
    Files.writeString(main, Files.readString(main).replace("interval: 15s", "interval: 1s"));
    String target = URI.create(slugline.address()).getAuthority();
    Files.writeString(config.resolve("targets.yml"), "- targets: ['" + target + "']\n");
    Files.writeString(config.resolve("alertmanagers.yml"), "[]\n");
    return new ProcessBuilder(
            PROMETHEUS.toString(),
            "--config.file=" + main,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  private static List<JsonNode> query(int port, String expression) throws Exception {
    String coded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    JsonNode answer =
        Json.mapper().readTree(get("http://127.0.0.1:" + port + "/api/v1/query?query=" + coded));
    assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
    return answer.at("/data/result").findParents("value");
  }

  private static String get(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
