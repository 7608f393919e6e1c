package io.slugline.deploy.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook that writes down which page of which alert it was told. */
final class Desk implements AutoCloseable {
  /** {@code ALERT PAGES WATCH}, in the order that they came. */
  final List<String> pages = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  Desk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** The configuration of a stage that tells nobody else. */
  String config() {
    return """
    http: {port: 0}
    enrich: {threads: 1, instance: "${INSTANCE:1}"}
    alerting:
      instance: "${INSTANCE:1}"
      receivers: [{type: webhook, name: desk, url: "http://localhost:%d/"}]
      fallback: desk
    """
        .formatted(server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode data = Json.mapper().readTree(exchange.getRequestBody()).path("data");
    for (JsonNode alert : data.path("alerts")) {
      if (data.path("page").asBoolean()) {
        pages.add(
            alert.path("alert").asText()
                + " "
                + alert.path("pages").asInt()
                + " "
                + alert.path("watch").asText());
      }
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
