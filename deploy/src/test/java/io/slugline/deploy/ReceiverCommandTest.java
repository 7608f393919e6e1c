package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slugline.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slugline receiver test}. */
class ReceiverCommandTest {
  private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer hook;
  private volatile int answer = 204;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", this::received);
    hook.start();
  }

  @AfterEach
  void stop() {
    hook.stop(0);
  }

  @Test
  void aReceiverIsToldSomethingThatIsMarkedAsATest() throws IOException {
    int exit = test("desk");

    assertThat(exit).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("desk: delivered");
    assertThat(taken)
        .singleElement()
        .extracting(one -> one.at("/data/kind").asText())
        .isEqualTo("test");
  }

  @Test
  void oneThatDoesNotTakeItIsANoWithItsReason() throws IOException {
    answer = 403;

    assertThat(test("desk")).isEqualTo(1);
    assertThat(out.toString()).startsWith("desk: refused, ").contains("403");
  }

  @Test
  void aNameThatNobodyHasIsWrongUsage() throws IOException {
    assertThat(test("nobody")).isEqualTo(2);
    assertThat(err.toString()).contains("no receiver 'nobody': one of [desk]");
    assertThat(taken).isEmpty();
  }

  private int test(String name) throws IOException {
    String config =
        """
        alerting:
          receivers: [{type: webhook, name: desk, url: "http://localhost:%d/"}]
          fallback: desk
        """;
    Path file =
        Files.writeString(
            folder.resolve("config.yaml"), config.formatted(hook.getAddress().getPort()));
    return Slugline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("receiver", "test", name, "--config", file.toString());
  }

  private void received(HttpExchange exchange) throws IOException {
    taken.add(Json.mapper().readTree(exchange.getRequestBody()));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }
}
