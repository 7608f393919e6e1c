package io.slugline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the whole line, broker included: while it works, while a receiver has a page
 * in its hands, and right after one was taken. Nothing is lost and nobody is paged twice.
 */
class LineKillIT {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final int OTHER_ARTICLES = 400;

  @TempDir Path folder;
  private HttpServer receiver;
  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final Map<String, Set<String>> pagesOfAlerts = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext("/", this::take);
    receiver.start();
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    Files.writeString(
        folder.resolve("slugline.yaml"),
        "http: {port: 0}\nalerting:\n  receivers: [{type: log, name: log}, {type: webhook, name: desk, url: '"
            + url
            + "', timeout: 60s}]\n");
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    try (Stream<Path> samples = Files.list(Path.of("samples/articles"))) {
      for (Path sample : samples.toList()) {
        Files.copy(sample, inbox.resolve(sample.getFileName().toString()));
      }
    }
    Files.writeString(inbox.resolve("zz-others.jsonl"), others());
  }

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    receiver.stop(0);
  }

  @Test
  void killedAtTheWorstMomentsItLosesNothingAndPagesNobodyTwice() throws Exception {
    SluglineProcess first = run("first");
    await().atMost(PATIENCE).until(() -> first.said().contains("watching inbox"));
    first.kill();

    SluglineProcess second = run("second");
    await().atMost(PATIENCE).until(() -> calls.get() > 0);
    second.kill();
    mayAnswer.countDown();

    int before = calls.get();
    SluglineProcess third = run("third");
    await().atMost(PATIENCE).until(() -> calls.get() > before);
    third.kill();

    SluglineProcess last = run("last", "--until-idle");
    assertThat(last.process().waitFor()).as(last.said()).isZero();
    assertThatTheBooksAddUp();
    assertThat(pagesOfAlerts).hasSize(5);
    assertThat(pagesOfAlerts.values()).allSatisfy(pages -> assertThat(pages).hasSize(1));
  }

  /** The first call is held open until its sender was killed. */
  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    JsonNode data = Json.mapper().readTree(new String(body, UTF_8)).path("data");
    calls.incrementAndGet();
    if (data.path("page").asBoolean()) {
      for (JsonNode alert : data.path("alerts")) {
        pagesOfAlerts
            .computeIfAbsent(alert.path("alert").asText(), key -> new ConcurrentSkipListSet<>())
            .add(id);
      }
    }
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void assertThatTheBooksAddUp() throws IOException {
    StringWriter out = new StringWriter();
    Slugline.commandLine()
        .setOut(new PrintWriter(out, true))
        .execute("ledger", "--data", folder.resolve("data").toString(), "--output", "json");
    JsonNode sums = Json.mapper().readTree(out.toString().lines().reduce((a, b) -> b).orElse(""));
    assertThat(sums.path("difference").asInt(-1)).as(out.toString()).isZero();
    assertThat(sums.path("enrich").path("read").asInt()).isGreaterThan(OTHER_ARTICLES);
  }

  private SluglineProcess run(String name, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--data",
                folder.resolve("data").toString(),
                "--inbox",
                folder.resolve("inbox").toString(),
                "--watches",
                "samples/watches.yaml",
                "--config",
                folder.resolve("slugline.yaml").toString()));
    arguments.addAll(List.of(more));
    return SluglineProcess.start(folder.resolve(name + ".log"), Map.of(), arguments);
  }

  /** Articles that no watch looks for, so that there is work under way. */
  private static String others() {
    Random random = new Random(7);
    List<String> words = List.of("rain", "market", "choir", "apple", "bridge", "school", "river");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < OTHER_ARTICLES; i++) {
      StringBuilder text = new StringBuilder("The council of town " + i + " met on Monday.");
      for (int word = 0; word < 60; word++) {
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      lines.append(
          "{\"id\":\"o" + i + "\",\"title\":\"Town " + i + "\",\"text\":\"" + text + ".\"}\n");
    }
    return lines.toString();
  }
}
