package io.slugline.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.contract.Json;
import io.slugline.deploy.StillClock;
import io.slugline.deploy.config.ConfigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dead man's switch outside is told by the whole line. */
class HeartbeatIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private final StillClock clock = new StillClock();
  private final List<String> kinds = new CopyOnWriteArrayList<>();

  @Test
  void aRunTellsEachMinuteThatAllIsWell() throws Exception {
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", this::received);
    hook.start();

    try (LocalRunner runner = start(hook.getAddress().getPort())) {
      await().atMost(PATIENCE).until(runner.running()::ready);
      for (int minute = 0; minute < 2; minute++) {
        int before = kinds.size();
        clock.nextMinute();
        await().atMost(PATIENCE).until(() -> kinds.size() > before);
      }
    } finally {
      hook.stop(0);
    }

    assertThat(kinds).containsOnly("heartbeat");
  }

  private LocalRunner start(int port) throws Exception {
    String config =
        """
        http: {port: 0}
        alerting:
          receivers: [{type: webhook, name: switch, url: "http://localhost:%d/"}]
          fallback: switch
          heartbeat: switch
        """;
    Path file = Files.writeString(folder.resolve("config.yaml"), config.formatted(port));
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    RunPlan plan =
        new RunPlan(
            ConfigFile.read(file, Map.of()),
            Optional.of(file),
            folder.resolve("data"),
            0,
            inbox,
            Optional.empty());
    Screen nobody =
        new Screen(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
    return LocalRunner.start(plan, clock.withZone(ZoneOffset.UTC), nobody, AlertLines::json);
  }

  private void received(HttpExchange exchange) throws IOException {
    kinds.add(Json.mapper().readTree(exchange.getRequestBody()).at("/data/kind").asText());
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
