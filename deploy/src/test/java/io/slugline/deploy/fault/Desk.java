package io.slugline.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The receiver: writes down which page told it of which alert, and may be slow to answer. */
final class Desk implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Set<String>> pagesOfAlerts = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Duration thinks = Duration.ZERO;

  Desk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** Answers only after so long from now on. */
  void thinks(Duration time) {
    thinks = time;
  }

  /** By alert, the distinct ids of the pages that named it. */
  Map<String, Set<String>> pagesOfAlerts() {
    return pagesOfAlerts;
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    JsonNode data = Json.mapper().readTree(new String(body, UTF_8)).path("data");
    calls.incrementAndGet();
    if (data.path("page").asBoolean()) {
      for (JsonNode alert : data.path("alerts")) {
        pagesOfAlerts
            .computeIfAbsent(alert.path("alert").asText(), key -> ConcurrentHashMap.newKeySet())
            .add(id);
      }
    }
    try {
      TimeUnit.MILLISECONDS.sleep(thinks.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
