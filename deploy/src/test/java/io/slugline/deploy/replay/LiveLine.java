package io.slugline.deploy.replay;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.alerting.receiver.WebhookReceiver;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.topic.Lines;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.Enricher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All stages of live behind a prefix, with a receiver that writes down what it gets. */
final class LiveLine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final SluglineConfig config;
  final Cluster cluster;

  /** Each version of an alert that the receiver was told. */
  final List<String> told = new CopyOnWriteArrayList<>();

  private final HttpServer hook;
  private volatile boolean refuses;
  private final EnrichApp enrich;
  private final AlertApp alerting;
  private final DispatchApp dispatch;

  /**
   * Starts it.
   *
   * @param clock with one that stands still, no minute passes and nothing is tried again
   */
  LiveLine(String servers, String prefix, Enricher enricher, Path folder, Clock clock)
      throws Exception {
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", this::received);
    hook.start();
    KafkaSettings one =
        new KafkaSettings(
            servers, prefix, 0, Map.of("articles.raw", 1, "articles.enriched", 1), Map.of());
    config = new SluglineConfig(one, null, null, alerting(), null, null);
    cluster = one.cluster();
    LiveAlerts.watch(config, clock.instant().minus(Duration.ofDays(1)));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    enrich =
        EnrichApp.start(cluster, config.enrich(), enricher, folder.resolve("enrich"), registry);
    alerting =
        AlertApp.start(cluster, config.alerting(), folder.resolve("alerting"), registry, clock);
    dispatch = DispatchApp.start(cluster, config.alerting(), registry, clock);
  }

  /** Waits until everything is worked off and told. */
  void awaitIdle() throws Exception {
    try (Groups groups = new Groups(cluster, Lines.groups(cluster))) {
      await().atMost(PATIENCE).until(() -> isIdle(groups));
      await().atMost(PATIENCE).until(() -> isIdle(groups));
    }
  }

  @Override
  public void close() {
    dispatch.close();
    alerting.close();
    enrich.close();
    hook.stop(0);
  }

  private boolean isIdle(Groups groups) throws Exception {
    return enrich.ready()
        && alerting.ready()
        && dispatch.ready()
        && groups.look().isIdle()
        && alerting.waiting() == 0
        && dispatch.idle();
  }

  private AlertConfig alerting() {
    URI url = URI.create("http://localhost:" + hook.getAddress().getPort() + "/");
    return new AlertConfig(
        List.of(new WebhookReceiver("log", url, null, Map.of(), Duration.ofSeconds(5), false)),
        "log",
        Duration.ofHours(12),
        Duration.ofHours(1),
        Duration.ZERO,
        "",
        List.of(),
        1,
        "1",
        ConsoleConfig.standard());
  }

  /** From now on the receiver does not take anything. */
  void refuse() {
    refuses = true;
  }

  void accept() {
    refuses = false;
  }

  private void received(HttpExchange exchange) throws IOException {
    JsonNode event = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    if (!refuses) {
      for (JsonNode alert : event.path("data").path("alerts")) {
        told.add(alert.path("alert").asText() + "/" + alert.path("version").asInt());
      }
    }
    exchange.sendResponseHeaders(refuses ? 503 : 204, -1);
    exchange.close();
  }
}
