package io.slugline.deploy.alert;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Debian's {@code prometheus-alertmanager}. */
record RealAlertmanager(Process process, URI url, HttpClient client) implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/bin/prometheus-alertmanager");

  /** Empty where it is not installed. */
  static Optional<RealAlertmanager> start(Path folder) throws IOException {
    if (!Files.isExecutable(BINARY)) return Optional.empty();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path config =
        Files.writeString(
            folder.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    Process process =
        new ProcessBuilder(
                BINARY.toString(),
                "--config.file=" + config,
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=",
                "--storage.path=" + folder.resolve("am"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("am.log").toFile())
            .start();
    URI url = URI.create("http://127.0.0.1:" + port);
    RealAlertmanager real = new RealAlertmanager(process, url, HttpClient.newHttpClient());
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> real.send(HttpRequest.newBuilder(url.resolve("/-/ready"))).statusCode() == 200);
    return Optional.of(real);
  }

  /** Hands on what was posted; returns how it was answered. */
  int post(byte[] alerts) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve("/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(alerts));
    return send(request).statusCode();
  }

  JsonNode alerts() throws IOException {
    return Json.mapper()
        .readTree(send(HttpRequest.newBuilder(url.resolve("/api/v2/alerts"))).body());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
