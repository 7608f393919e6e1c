package io.slugline.deploy.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** As an OpenTelemetry collector does, takes spans over HTTP. */
final class Collector implements AutoCloseable {
  private final List<JsonNode> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Collector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The spans of each trace. */
  Map<String, List<JsonNode>> traces() {
    return spans.stream().collect(Collectors.groupingBy(span -> span.path("traceId").asText()));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    Json.mapper()
        .readTree(exchange.getRequestBody())
        .at("/resourceSpans/0/scopeSpans/0/spans")
        .forEach(spans::add);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
