package io.slugline.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The command line in a process of its own, as a container runs a stage. */
public record StageProcess(Process process, Path log) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String SERVED = "health and metrics at ";

  /**
   * Starts it.
   *
   * @param log takes what it says
   */
  public static StageProcess start(
      List<String> arguments, Map<String, String> environment, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslugline.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                Slugline.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("SLUGLINE_HTTP_PORT", "0");
    return new StageProcess(builder.start(), log);
  }

  /** Waits until it says that it is ready, as a readiness probe asks it. */
  public void awaitReady() throws IOException, InterruptedException, TimeoutException {
    HttpClient client = HttpClient.newHttpClient();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (!process.isAlive()) throw new IOException("it ended:\n" + Files.readString(log));
      if (isReady(client)) return;
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    throw new TimeoutException("not ready:\n" + Files.readString(log));
  }

  /** As Kubernetes stops a pod: it is told, and ends by itself. */
  public void stop() throws InterruptedException, TimeoutException {
    process.destroy();
    awaitEnd();
  }

  /** The exit code of a process that ends by itself. */
  public int awaitEnd() throws InterruptedException, TimeoutException {
    if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) return process.exitValue();
    process.destroyForcibly();
    throw new TimeoutException("it does not end");
  }

  /** Whether it says so now. */
  public boolean isReady() throws IOException, InterruptedException {
    return isReady(HttpClient.newHttpClient());
  }

  private boolean isReady(HttpClient client) throws IOException, InterruptedException {
    String said = Files.readString(log);
    int at = said.lastIndexOf(SERVED);
    if (at < 0) return false;
    String address = said.substring(at + SERVED.length()).lines().findFirst().orElse("").trim();
    HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "ready")).build();
    try {
      return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
