package io.slugline.alerting.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that writes down what it gets and answers as it is told, at first with 200. */
public final class RecordingServer implements AutoCloseable {
  public final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public RecordingServer() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  RecordingServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** What came in one request. */
  public record Received(String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** How one request is answered: a status of 0 closes the connection, a negative one is silent. */
  private record Answer(int status, Map<String, String> headers, String body) {}

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
  }

  int port() {
    return server.getAddress().getPort();
  }

  public synchronized RecordingServer answers(int status) {
    return answers(status, Map.of(), "");
  }

  synchronized RecordingServer answers(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body));
    return this;
  }

  synchronized RecordingServer closesTheConnection() {
    return answers(0);
  }

  synchronized RecordingServer saysNothing() {
    return answers(-1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    received.add(new Received(exchange.getRequestURI().getPath(), headers, body));
    Answer answer = next();
    if (answer.status() < 0) return;
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer next() {
    Answer next = answers.poll();
    return next == null ? new Answer(200, Map.of(), "") : next;
  }
}
