package io.slugline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.ingest.IngestApp;
import io.slugline.ingest.IngestConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** An ingester in a process of its own, so that a test can kill it. */
record IngestProcess(Process process, BufferedReader words) {
  private static final String READY = "ready";
  private static final String IDLE = "idle";

  static IngestProcess start(String servers, Path inbox) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                IngestProcess.class.getName(),
                servers,
                inbox.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new IngestProcess(
        process, new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
  }

  void awaitReady() throws IOException {
    await(READY);
  }

  /** Waits until it has settled every file. */
  void awaitIdle() throws IOException {
    await(IDLE);
  }

  private void await(String word) throws IOException {
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      if (line.equals(word)) return;
    }
    throw new IllegalStateException("the ingester ended before it was " + word);
  }

  /** As {@code kill -9} does: no word of warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] arguments) throws InterruptedException {
    Cluster cluster = new Cluster(arguments[0], "", Map.of());
    IngestConfig config = IngestConfig.of(Path.of(arguments[1]));
    try (IngestApp app =
        IngestApp.start(cluster, config, new SimpleMeterRegistry(), Clock.systemUTC())) {
      while (!app.ready()) rest(app);
      System.out.println(READY);
      while (!app.idle()) rest(app);
      System.out.println(IDLE);
      while (app.problem().isEmpty()) rest(app);
    }
  }

  private static void rest(IngestApp app) throws InterruptedException {
    app.problem()
        .ifPresent(
            problem -> {
              throw new IllegalStateException(problem);
            });
    Thread.sleep(5);
  }
}
