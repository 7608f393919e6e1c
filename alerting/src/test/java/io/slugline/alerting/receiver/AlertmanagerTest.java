package io.slugline.alerting.receiver;

import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.alerting.Alerts;
import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Alertmanager, which Debian has as {@code prometheus-alertmanager}. */
class AlertmanagerTest {
  private static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Process alertmanager;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Files.isExecutable(BINARY), "prometheus-alertmanager is not installed");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    url = URI.create("http://127.0.0.1:" + port);
    Path config =
        Files.writeString(
            folder.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    alertmanager =
        new ProcessBuilder(
                BINARY.toString(),
                "--config.file=" + config,
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=",
                "--storage.path=" + folder.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get("/-/ready").statusCode() == 200);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (alertmanager == null) return;
    alertmanager.destroy();
    alertmanager.waitFor();
  }

  @Test
  void anAlertIsOneAlertThereThroughItsWholeLife() throws Exception {
    AlertmanagerReceiver receiver =
        new AlertmanagerReceiver("am", url, Map.of(), Duration.ofSeconds(5), Duration.ofMinutes(5));
    Notifier notifier = receiver.notifier(Clock.systemUTC());
    Instant now = Instant.now();

    Attempt opened = notifier.send(of(Alerts.opened("s1", now)));
    notifier.send(of(Alerts.updated("s1", 2, now)));
    notifier.refresh(List.of(Alerts.updated("s1", 2, now), Alerts.opened("s2", now)));

    assertThat(opened).isEqualTo(new Attempt.Delivered());
    JsonNode firing = alerts();
    assertThat(firing).hasSize(2);
    JsonNode first = find(firing, "alert-s1");
    assertThat(first.path("labels"))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    "{\"alertname\":\"ships\",\"alert\":\"alert-s1\",\"watch\":\"ships\","
                        + "\"severity\":\"warning\"}"));
    assertThat(first.at("/annotations/quote").asText()).isEqualTo("A freighter docked.");
    assertThat(Instant.parse(first.path("endsAt").asText())).isAfter(now.plusSeconds(200));

    notifier.send(of(Alerts.change("s1", 3, Alert.Change.RESOLVED, false, now)));

    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(alerts()).hasSize(1));
    assertThat(find(alerts(), "alert-s2").isMissingNode()).isFalse();
  }

  private static Notification of(Alert alert) {
    return new Notification(
        "d", Notification.Kind.CHANGE, alert.page(), List.of(alert), "why", minute(1), null);
  }

  private JsonNode alerts() throws Exception {
    return Json.mapper().readTree(get("/api/v2/alerts").body());
  }

  private static JsonNode find(JsonNode alerts, String id) {
    for (JsonNode alert : alerts) {
      if (alert.at("/labels/alert").asText().equals(id)) return alert;
    }
    return alerts.at("/none");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
