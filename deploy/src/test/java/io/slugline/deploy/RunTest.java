package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slugline run} on the samples, as the README says it. */
class RunTest {
  private static final Path SAMPLES = Path.of("samples");

  @TempDir Path folder;

  @Test
  void theSamplesGiveOneAlertForEachWatchAndStoryAndNoneWhenTheyComeAgain() throws Exception {
    Path inbox = copyOfSamples();

    Map<String, JsonNode> alerts = run(inbox);

    assertThat(alerts.values())
        .extracting(alert -> alert.get("watch").asText())
        .containsExactlyInAnyOrder(
            "arms-transfers", "port-activity", "missile-launch", "border-closure", "cyber-attack");
    assertThat(alerts.values()).allSatisfy(RunTest::isEvident);

    copyOfSamples();
    assertThat(run(inbox)).isEmpty();
    assertThatTheBooksAddUp();
  }

  @Test
  void aListWithALiveWatchThatFailsItsExamplesIsRefused() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("watches.yaml"),
            """
            watches:
              - id: ports
                title: Ports
                severity: info
                receiver: log
                query: harbour
                examples:
                  must-hit: ["A tanker left the quay."]
            """);
    StringWriter err = new StringWriter();

    int code =
        Slugline.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute(
                "run",
                "--inbox",
                folder.toString(),
                "--watches",
                list.toString(),
                "--data",
                folder.resolve("data").toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("misses what it must hit: A tanker left the quay.");
  }

  private void assertThatTheBooksAddUp() throws IOException {
    StringWriter out = new StringWriter();
    int code =
        Slugline.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute("ledger", "--data", folder.resolve("data").toString(), "--output", "json");

    JsonNode sums = Json.mapper().readTree(out.toString().lines().reduce((a, b) -> b).orElse(""));
    assertThat(sums.path("difference").asInt(-1)).as(out.toString()).isZero();
    assertThat(sums.path("published").asInt()).isEqualTo(sums.path("enrich").path("read").asInt());
    assertThat(sums.path("alerting").path("pages").asInt()).isEqualTo(5);
    assertThat(code).isZero();
  }

  private static void isEvident(JsonNode alert) {
    assertThat(alert.get("state").asText()).isEqualTo("firing");
    assertThat(alert.get("pages").asInt()).isEqualTo(1);
    Set<String> articles = new HashSet<>();
    alert.get("evidence").forEach(evidence -> articles.add(evidence.get("article").asText()));
    assertThat(articles).hasSizeGreaterThanOrEqualTo(2);
    assertThat(alert.get("outlets").asInt()).isGreaterThanOrEqualTo(3);
  }

  /** Runs until idle and gives the last state of each alert that changed. */
  private Map<String, JsonNode> run(Path inbox) throws IOException {
    StringWriter out = new StringWriter();
    int code =
        Slugline.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(
                "run",
                "--inbox",
                inbox.toString(),
                "--watches",
                SAMPLES.resolve("watches.yaml").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--until-idle",
                "--output",
                "json");

    assertThat(code).isZero();
    Map<String, JsonNode> alerts = new LinkedHashMap<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode alert = Json.mapper().readTree(line);
      alerts.put(alert.get("alert").asText(), alert);
    }
    return alerts;
  }

  private Path copyOfSamples() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(SAMPLES.resolve("articles"))) {
      all.forEach(files::add);
    }
    for (Path file : files) {
      Files.copy(
          file, inbox.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    }
    return inbox;
  }
}
