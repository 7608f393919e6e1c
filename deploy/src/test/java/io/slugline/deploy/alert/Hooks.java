package io.slugline.deploy.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.receiver.AlertmanagerReceiver;
import io.slugline.alerting.receiver.EmailReceiver;
import io.slugline.alerting.receiver.PagerDutyReceiver;
import io.slugline.alerting.receiver.Secret;
import io.slugline.alerting.receiver.SlackReceiver;
import io.slugline.alerting.receiver.WebhookReceiver;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of receiver that there is. Those that speak HTTP are on one server, which writes down
 * whose notification it took; any of them can be out. Behind one of them is a real Alertmanager.
 */
final class Hooks implements AutoCloseable {
  static final List<String> NAMES = List.of("desk", "chat", "phone", "mail", "wall");

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Map<String, Boolean> out = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Mailbox mailbox = new Mailbox();
  private final Optional<RealAlertmanager> alertmanager;
  private volatile Duration thinks = Duration.ZERO;

  Hooks(Path folder) throws IOException {
    alertmanager = RealAlertmanager.start(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::received);
    server.start();
  }

  /** Where they are. */
  record Ports(int http, int mail) {}

  Ports ports() {
    return new Ports(server.getAddress().getPort(), mailbox.port());
  }

  /** The receiver answers 503 until it is back; the mail server does not answer at all. */
  void out(String receiver) {
    if (receiver.equals("mail")) mailbox.stop();
    else out.put(receiver, true);
  }

  void back(String receiver) {
    if (receiver.equals("mail")) mailbox.startAgain();
    else out.remove(receiver);
  }

  void answersAfter(Duration time) {
    thinks = time;
  }

  /** Whose notifications were taken: the receiver and the delivery's id. */
  List<String> taken() {
    List<String> all = new ArrayList<>(taken);
    mailbox.taken().forEach(id -> all.add("mail " + id));
    return all;
  }

  /** What the real Alertmanager shows; empty where there is none. */
  Optional<JsonNode> shownByAlertmanager() throws IOException {
    return alertmanager.isEmpty() ? Optional.empty() : Optional.of(alertmanager.get().alerts());
  }

  /** What both dispatchers are told. */
  static AlertConfig config(Ports ports, String instance) {
    URI at = URI.create("http://localhost:" + ports.http() + "/");
    Duration patience = Duration.ofSeconds(5);
    return new AlertConfig(
        List.of(
            new WebhookReceiver("desk", at.resolve("desk"), null, Map.of(), patience, false),
            new SlackReceiver("chat", Secret.of(at + "chat"), patience, false),
            new PagerDutyReceiver("phone", Secret.of("key"), at.resolve("phone"), patience),
            mail(ports.mail(), patience),
            new AlertmanagerReceiver(
                "wall", at.resolve("wall"), Map.of(), patience, Duration.ofMinutes(5))),
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

  private static EmailReceiver mail(int port, Duration patience) {
    return new EmailReceiver(
        "mail",
        "127.0.0.1",
        port,
        EmailReceiver.Tls.NONE,
        null,
        null,
        "slugline@news.example",
        List.of("ann@news.example"),
        patience,
        false);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    mailbox.close();
    alertmanager.ifPresent(RealAlertmanager::close);
  }

  private void received(HttpExchange exchange) throws IOException {
    String receiver = exchange.getRequestURI().getPath().split("/")[1];
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(
        out.containsKey(receiver) ? 503 : answer(exchange, receiver, body), -1);
    exchange.close();
  }

  private int answer(HttpExchange exchange, String receiver, byte[] body) throws IOException {
    String id = id(exchange, body);
    // An Alertmanager is told again and again of what fires: that is no notification.
    if (id != null) taken.add(receiver + " " + id);
    think();
    if (receiver.equals("wall") && alertmanager.isPresent()) return alertmanager.get().post(body);
    return 202;
  }

  private static @Nullable String id(HttpExchange exchange, byte[] body) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key != null) return key;
    return Json.mapper().readTree(body).at("/payload/custom_details/delivery").textValue();
  }

  private void think() {
    try {
      Thread.sleep(thinks.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
