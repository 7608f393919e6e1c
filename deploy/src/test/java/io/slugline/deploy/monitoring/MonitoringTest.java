package io.slugline.deploy.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for Prometheus, Alertmanager and Grafana, judged by their own tools. */
class MonitoringTest {
  private static final Path TOOLS = Path.of("/usr/bin");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promtool check config prometheus.yml",
        "promtool check rules rules.yml",
        "promtool test rules rules-test.yml",
        "amtool check-config alertmanager.yml"
      })
  void theirOwnToolsAcceptThem(String command) throws Exception {
    String tool = command.substring(0, command.indexOf(' '));
    assumeTrue(Files.isExecutable(TOOLS.resolve(tool)), tool + " is not installed");

    Process process =
        new ProcessBuilder(command.split(" "))
            .directory(MonitoringFiles.FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }

  @Test
  void theRunbookHasAWordOnEachAlertAndOnNoOther() throws IOException {
    List<String> headings =
        Files.readString(Path.of("RUNBOOK.md"))
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4))
            .toList();
    List<String> alerts = new ArrayList<>();
    for (JsonNode rule : MonitoringFiles.rules()) {
      if (!rule.has("alert")) continue;
      String name = rule.get("alert").asText();
      alerts.add(name);
      assertThat(rule.at("/annotations/runbook").asText())
          .isEqualTo("deploy/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
    }

    assertThat(headings).containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void everyAlertHasATestThatItFires() throws IOException {
    String tests = Files.readString(MonitoringFiles.FOLDER.resolve("rules-test.yml"));

    for (JsonNode rule : MonitoringFiles.rules()) {
      String alert = rule.path("alert").asText();
      if (alert.isEmpty() || alert.equals("SluglineWatchdog")) continue;
      assertThat(tests)
          .containsPattern("alertname: " + alert + "\\n +exp_alerts:\\n +- exp_labels");
    }
  }

  @Test
  void panelsHaveEachAPlaceAndAQueryOfTheirOwn() throws IOException {
    for (JsonNode dashboard : MonitoringFiles.dashboards()) {
      Set<Integer> ids = new HashSet<>();
      Set<String> places = new HashSet<>();
      for (JsonNode panel : dashboard.get("panels")) {
        assertThat(ids.add(panel.get("id").asInt())).as(panel.toString()).isTrue();
        assertThat(places.add(panel.at("/gridPos/x") + " " + panel.at("/gridPos/y")))
            .as(panel.toString())
            .isTrue();
        if (panel.get("type").asText().equals("row")) continue;
        assertThat(panel.get("targets")).as(panel.toString()).isNotEmpty();
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("slugline-prometheus");
      }
    }
  }
}
