package io.slugline.deploy.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.receiver.PagerDutyReceiver;
import io.slugline.alerting.receiver.Secret;
import io.slugline.alerting.receiver.SlackReceiver;
import io.slugline.alerting.receiver.WebhookReceiver;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Three receivers on one server: it writes down whose notification it took, and can be out. */
final class Hooks implements AutoCloseable {
  static final List<String> NAMES = List.of("desk", "chat", "phone");

  final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final Map<String, Boolean> out = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Duration thinks = Duration.ZERO;

  Hooks() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::received);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The receiver answers 503 until it is back. */
  void out(String receiver) {
    out.put(receiver, true);
  }

  void back(String receiver) {
    out.remove(receiver);
  }

  boolean hasRefused(String receiver) {
    return refused.contains(receiver);
  }

  void answersAfter(Duration time) {
    thinks = time;
  }

  /** What both dispatchers are told. */
  static AlertConfig config(int port, String instance) {
    URI at = URI.create("http://localhost:" + port + "/");
    Duration patience = Duration.ofSeconds(5);
    return new AlertConfig(
        List.of(
            new WebhookReceiver("desk", at.resolve("desk"), null, Map.of(), patience, false),
            new SlackReceiver("chat", Secret.of(at + "chat"), patience, false),
            new PagerDutyReceiver("phone", Secret.of("key"), at.resolve("phone"), patience)),
        "desk",
        Duration.ofHours(12),
        Duration.ofHours(1),
        Duration.ofMillis(200),
        "",
        List.of(),
        1,
        instance,
        ConsoleConfig.standard());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void received(HttpExchange exchange) throws IOException {
    String receiver = exchange.getRequestURI().getPath().substring(1);
    JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    JsonNode details = body.path("payload").path("custom_details");
    String id =
        details.isMissingNode() ? body.path("id").asText(key) : details.path("delivery").asText();
    if (out.containsKey(receiver)) {
      refused.add(receiver);
      exchange.sendResponseHeaders(503, -1);
    } else {
      taken.add(receiver + " " + id);
      think();
      exchange.sendResponseHeaders(202, -1);
    }
    exchange.close();
  }

  private void think() {
    try {
      Thread.sleep(thinks.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
