package io.slugline.deploy.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.contract.Cluster;
import io.slugline.contract.Watch;
import io.slugline.deploy.broker.EmbeddedBroker;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.deploy.topic.WatchUpload;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import io.slugline.ingest.IngestApp;
import io.slugline.ingest.IngestConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole line in this process: broker, ingest, enrich, alerting, dispatch. */
final class Line implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(90);

  /** To look more often would take a share of the processor that counts as the line's. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Path inbox;
  private final Cluster cluster;
  private final Collection<Counter> articles;
  private int files;

  private Line(Path folder, int threads, Enricher enricher) throws Exception {
    inbox = Files.createDirectories(folder.resolve("inbox"));
    EmbeddedBroker broker = keep(EmbeddedBroker.start(folder.resolve("broker"), 0));
    KafkaSettings settings =
        new KafkaSettings(broker.bootstrapServers(), "", 0, Map.of(), Map.of());
    cluster = settings.cluster();
    new TopicSetup(settings).create();
    EnrichConfig config = new EnrichConfig(threads, 0, "bench", EnrichConfig.standard().stories());
    Clock clock = Clock.systemUTC();
    keep(DispatchApp.start(cluster, AlertConfig.standard(), registry, clock));
    AlertApp alerting =
        keep(
            AlertApp.start(
                cluster, AlertConfig.standard(), folder.resolve("alerting"), registry, clock));
    EnrichApp enrich =
        keep(EnrichApp.start(cluster, config, enricher, folder.resolve("enrich"), registry));
    IngestApp ingest = keep(IngestApp.start(cluster, IngestConfig.of(inbox), registry, clock));
    await(() -> ingest.ready() && enrich.ready() && alerting.ready());
    articles = counters(registry);
  }

  static Line start(Path folder, int threads, Enricher enricher) throws Exception {
    return new Line(folder, threads, enricher);
  }

  Cluster cluster() {
    return cluster;
  }

  /** Puts these watches in force, and no others. */
  void watch(List<Watch> watches) throws Exception {
    new WatchUpload(cluster).replaceWith(watches);
  }

  /** Puts a file into the inbox, whole at once. */
  void drop(List<String> lines) throws Exception {
    String name = "bench-" + files++;
    Path unfinished = inbox.resolve("." + name);
    Files.writeString(unfinished, String.join("\n", lines), StandardCharsets.UTF_8);
    Files.move(unfinished, inbox.resolve(name + ".jsonl"), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Waits until this many articles have been through enrich, and through alerting what it wrote.
   */
  void awaitArticles(int articles) throws InterruptedException, TimeoutException {
    await(() -> articles() >= articles);
    await(() -> alerted() >= outcome("enriched"));
  }

  /** How many articles have been through enrich. */
  long articles() {
    return sum(articles);
  }

  /** How many have been through the enrich that counts here. */
  static long articles(SimpleMeterRegistry registry) {
    return sum(counters(registry));
  }

  /** A search through all meters of all clients, which is slow. */
  private static Collection<Counter> counters(SimpleMeterRegistry registry) {
    return registry.get("slugline.enrich.articles").counters();
  }

  private static long sum(Collection<Counter> counters) {
    return (long) counters.stream().mapToDouble(Counter::count).sum();
  }

  /** How many places in the order of articles alerting has gone past without what stood there. */
  long passedOver() {
    return (long) registry.counter("slugline.alerting.numbers.passed.over").count();
  }

  private double outcome(String outcome) {
    return registry.counter("slugline.enrich.articles", "outcome", outcome).count();
  }

  private double alerted() {
    return registry.counter("slugline.alerting.articles", "outcome", "matched").count()
        + registry.counter("slugline.alerting.articles", "outcome", "unmatched").count();
  }

  private <T extends AutoCloseable> T keep(T part) {
    running.push(part);
    return part;
  }

  /** Something that is true at some time. */
  interface Condition {
    boolean holds();
  }

  static void await(Condition condition) throws InterruptedException, TimeoutException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      if (Instant.now().isAfter(until)) throw new TimeoutException("not done after " + PATIENCE);
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
  }

  @Override
  public void close() throws Exception {
    while (!running.isEmpty()) running.pop().close();
    registry.close();
  }
}
