package io.slugline.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.deploy.CommandAnswer;
import io.slugline.deploy.StageProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The line as a platform runs it: each part in a process that is started again when it ends. */
final class Platform implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 500;

  /** What runs in a process of its own. */
  enum Part {
    BROKER,
    INGEST,
    ENRICH,
    ALERT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Path folder;
  private final Map<String, String> environment;
  private final int port;
  private final Map<Part, StageProcess> running = new EnumMap<>(Part.class);
  private final Map<Part, Integer> starts = new EnumMap<>(Part.class);
  private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();

  private Platform(Path folder, String receiver, Map<String, String> environment)
      throws IOException {
    this.folder = folder;
    this.environment = environment;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    Files.createDirectories(inbox());
    Files.writeString(
        folder.resolve("slugline.yaml"),
        """
        kafka: {bootstrapServers: "%s"}
        http: {port: 0}
        alerting:
          groupWait: 0s
          console: {off: true}
          receivers:
            - {type: log, name: log}
            - {type: webhook, name: desk, url: "%s", timeout: 5s}
        """
            .formatted(bootstrapServers(), receiver));
  }

  /** Starts all of it, and waits until each part is ready. */
  static Platform start(Path folder, String receiver, Map<String, String> environment)
      throws Exception {
    Platform platform = new Platform(folder, receiver, environment);
    platform.launch(Part.BROKER);
    platform.command("topics", "create");
    Path watches = Files.writeString(folder.resolve("watches.yaml"), KnownNews.WATCHES);
    platform.command("watch", "load", watches.toString());
    for (Part stage : List.of(Part.ALERT, Part.ENRICH, Part.INGEST)) platform.launch(stage);
    platform.watcher.scheduleWithFixedDelay(
        platform::startWhatEnded, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    platform.awaitReady();
    return platform;
  }

  String bootstrapServers() {
    return "localhost:" + port;
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  /** Where a part keeps what survives a restart. */
  Path data(Part part) {
    return folder.resolve("data-" + part.word());
  }

  /** Puts a file into the inbox, whole at once. */
  void drop(String name, byte[] content) throws IOException {
    Path unfinished = folder.resolve(name);
    Files.write(unfinished, content);
    Files.move(unfinished, inbox().resolve(name));
  }

  /** As {@code kill -9} does; it is started again, as everything that ends. */
  synchronized void kill(Part part) throws InterruptedException {
    process(part).process().destroyForcibly().waitFor();
  }

  /** As {@code kill -9} does, and what is done then is done before it is started again. */
  synchronized void killAnd(Part part, Runnable then) throws InterruptedException {
    kill(part);
    then.run();
  }

  /** Stops it where it stands, or lets it go on. */
  void signal(Part part, String signal) throws IOException, InterruptedException {
    String id = String.valueOf(process(part).process().pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, id).start().waitFor()).isZero();
  }

  synchronized boolean isAlive(Part part) {
    return process(part).process().isAlive();
  }

  /** How often it was started. */
  synchronized int starts(Part part) {
    return starts.getOrDefault(part, 0);
  }

  synchronized Map<Part, Integer> allStarts() {
    return Map.copyOf(starts);
  }

  void awaitReady() throws Exception {
    for (Part stage : List.of(Part.INGEST, Part.ENRICH, Part.ALERT)) {
      await().atMost(Line.PATIENCE).ignoreExceptions().until(() -> isReady(stage));
    }
  }

  /** What one of our own commands prints of this cluster. */
  String command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", bootstrapServers()));
    CommandAnswer answer = CommandAnswer.of(all.toArray(String[]::new));
    assertThat(answer.code()).as(all + ": " + answer.err()).isZero();
    return answer.out();
  }

  /** All that a part has said, over all its starts. */
  String said(Part part) {
    StringBuilder said = new StringBuilder();
    for (int start = 1; start <= starts(part); start++) {
      try {
        said.append(Files.readString(log(part, start)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return said.toString();
  }

  /** The arguments that a part is started with. */
  List<String> arguments(Part part) {
    List<String> arguments = new ArrayList<>(List.of(part.word(), "--data", data(part).toString()));
    if (part == Part.BROKER) arguments.addAll(List.of("--port", String.valueOf(port)));
    else arguments.addAll(List.of("--config", folder.resolve("slugline.yaml").toString()));
    if (part == Part.INGEST) arguments.addAll(List.of("--inbox", inbox().toString()));
    return arguments;
  }

  @Override
  public void close() throws Exception {
    watcher.shutdownNow();
    synchronized (this) {
      for (StageProcess process : running.values()) process.process().destroyForcibly().waitFor();
    }
  }

  private synchronized boolean isReady(Part part) throws Exception {
    return process(part).isReady();
  }

  private synchronized void startWhatEnded() {
    for (Part part : Set.copyOf(running.keySet())) {
      if (!isAlive(part)) launch(part);
    }
  }

  private synchronized void launch(Part part) {
    try {
      int start = starts.merge(part, 1, Integer::sum);
      running.put(part, StageProcess.start(arguments(part), environment, log(part, start)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StageProcess process(Part part) {
    return Objects.requireNonNull(running.get(part));
  }

  private Path log(Part part, int start) {
    return folder.resolve(part.word() + "-" + start + ".log");
  }

  /** For a test that takes a part's folder away. */
  static void delete(Path tree) {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
