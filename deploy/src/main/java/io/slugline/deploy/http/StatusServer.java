package io.slugline.deploy.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.slugline.alerting.console.OpenPage.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Serves health and metrics. Reads only; nothing can be ordered here. */
public final class StatusServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final Supplier<List<Stage>> stages;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "status");
            thread.setDaemon(true);
            return thread;
          });

  private StatusServer(HttpServer server, Supplier<List<Stage>> stages) {
    this.server = server;
    this.stages = stages;
  }

  /**
   * Starts serving.
   *
   * @param stages what runs here
   * @param facts what the page shows beside them
   * @throws IOException when the port is taken
   */
  public static StatusServer start(
      InetSocketAddress at,
      Supplier<List<Stage>> stages,
      PrometheusMeterRegistry registry,
      Supplier<Map<String, String>> facts)
      throws IOException {
    HttpServer server = bind(at);
    StatusServer status = new StatusServer(server, stages);
    new StatusPages(stages, registry)
        .all()
        .forEach(page -> status.route(page.path(), path -> page.answer().get()));
    status.route("/", path -> status.page(path, facts));
    server.setExecutor(status.threads);
    server.start();
    return status;
  }

  /** Where people look. */
  public String address() {
    String host = server.getAddress().getHostString();
    return "http://" + host + ":" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Answer page(String path, Supplier<Map<String, String>> facts) {
    return path.equals("/")
        ? new Answer(OK, "text/html; charset=utf-8", HealthPage.of(stages.get(), facts.get()))
        : new Answer(NOT_FOUND, "text/plain", "no such page; see /, /health, /ready, /metrics\n");
  }

  private void route(String path, Function<String, Answer> answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            boolean reads = exchange.getRequestMethod().matches("GET|HEAD");
            send(
                exchange,
                reads
                    ? answer.apply(exchange.getRequestURI().getPath())
                    : new Answer(NOT_ALLOWED, "text/plain", "read only\n"));
          }
        });
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.code(), head ? -1 : body.length);
    if (head) return;
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static HttpServer bind(InetSocketAddress at) throws IOException {
    try {
      return HttpServer.create(at, 0);
    } catch (BindException e) {
      throw new IOException(
          "port " + at.getPort() + " for health and metrics is taken: set http.port", e);
    }
  }
}
