package io.slugline.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A platform with news before it, a desk behind it, and what must be true of both in the end. */
final class Line implements AutoCloseable {
  /** The long form: ten minutes of kills, a minute's pause. */
  static final boolean LONG = Boolean.getBoolean("slugline.faults.long");

  static final Duration PATIENCE = Duration.ofMinutes(LONG ? 15 : 5);
  private static final int FILE = 20;

  final KnownNews news;
  final Desk desk;
  final Platform platform;
  final Books books;
  private int files;

  private Line(KnownNews news, Desk desk, Platform platform) {
    this.news = news;
    this.desk = desk;
    this.platform = platform;
    this.books = new Books(new Cluster(platform.bootstrapServers(), "", Map.of()), news, desk);
  }

  static Line start(Path folder, Map<String, String> environment) throws Exception {
    KnownNews news = new KnownNews();
    Desk desk = new Desk();
    return new Line(news, desk, Platform.start(folder, desk.address(), environment));
  }

  /** A file of new articles comes. */
  void drop() throws IOException {
    platform.drop("news" + files++ + ".jsonl", file());
  }

  /** A file of new articles that is yet to come. */
  byte[] file() {
    return String.join("\n", news.lines(FILE)).getBytes(UTF_8);
  }

  /** Those that are not settled yet. */
  List<Path> openFiles() throws IOException {
    try (Stream<Path> all = Files.list(platform.inbox())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  void awaitSettled() {
    await().atMost(PATIENCE).until(() -> openFiles().isEmpty());
  }

  /** Some more news, and then nothing may be missing, doubled or told twice. */
  void awaitRight() throws Exception {
    drop();
    platform.awaitReady();
    awaitSettled();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreException(java.util.concurrent.ExecutionException.class)
        .untilAsserted(books::areRight);
  }

  /** What happened so far, for people. */
  void say(String what) {
    System.out.printf(
        "faults: %s; %d articles, each once; %d alerts, each told once, in %d calls; parts started %s%n",
        what, news.titles().size(), news.events(), desk.calls(), platform.allStarts());
  }

  @Override
  public void close() throws Exception {
    platform.close();
    desk.close();
  }
}
