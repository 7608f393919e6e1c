package io.slugline.deploy.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.console.Console;
import io.slugline.alerting.console.page.Outside;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.contract.Cluster;
import io.slugline.deploy.broker.DataFolder;
import io.slugline.deploy.config.HttpSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.http.Stage;
import io.slugline.deploy.http.StatusPages;
import io.slugline.deploy.http.StatusServer;
import io.slugline.deploy.trace.SpanExport;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.Enricher;
import io.slugline.ingest.IngestApp;
import io.slugline.ingest.IngestConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Starts stages on a cluster, and adds each to what runs. */
final class Stages implements AutoCloseable {
  private final SluglineConfig config;
  private final Cluster cluster;
  private final Path state;
  private final Clock clock;
  private final Running running;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /**
   * @param state folder for the stores of the stages
   * @param running closes what is started here, and asks it for its health
   */
  Stages(SluglineConfig config, Path state, Clock clock, Running running) {
    this.config = config;
    this.cluster = config.kafka().cluster();
    this.state = state;
    this.clock = clock;
    this.running = running;
    new JvmMemoryMetrics().bindTo(registry);
    running.closing(gcMetrics());
    new ProcessorMetrics().bindTo(registry);
    URI collector = config.tracing().endpoint();
    if (collector != null) {
      running.closing(SpanExport.start(collector, config.tracing().share(), registry));
    }
  }

  IngestApp ingest(IngestConfig inbox) {
    IngestApp app = running.closing(IngestApp.start(cluster, inbox, registry, clock));
    runs(new Stage("ingest", app::problem, app::ready));
    return app;
  }

  LiveEnrich enrich(Enricher enricher)
      throws IOException, ExecutionException, InterruptedException {
    Path stores = state.resolve("enrich");
    running.closing(DataFolder.hold(stores));
    LiveEnrich live =
        running.closing(
            LiveEnrich.start(
                cluster,
                whom ->
                    EnrichApp.join(cluster, config.enrich(), whom, enricher, stores, registry)));
    runs(new Stage("enrich", live::problem, live::ready));
    return live;
  }

  /** Alerting, and dispatch before it, which must have its place when the first page comes. */
  Alerting alerting() throws IOException {
    Path stores = state.resolve("alerting");
    running.closing(DataFolder.hold(stores));
    DispatchApp dispatch =
        running.closing(DispatchApp.start(cluster, config.alerting(), registry, clock));
    dispatch.heartbeatWhile(() -> running.problem().isEmpty() && running.ready());
    runs(new Stage("dispatch", dispatch::problem, dispatch::ready));
    AlertApp app =
        running.closing(AlertApp.start(cluster, config.alerting(), stores, registry, clock));
    runs(new Stage("alerting", app::problem, app::ready));
    return new Alerting(app, dispatch);
  }

  /** What makes alerts, and what tells of them. */
  record Alerting(AlertApp app, DispatchApp dispatch) {}

  /**
   * Serves the console, and beside it the health of what runs.
   *
   * @return where
   */
  String console(HttpSettings http, Outside outside) throws IOException {
    Console.Serving serving =
        new Console.Serving(
            new InetSocketAddress(http.host(), http.port()),
            config.alerting().console(),
            System.getProperty("user.name", "local"),
            new StatusPages(running::stages, registry).all());
    Console.Started started = Console.start(cluster, serving, outside, clock);
    Console console = running.closing(started.console());
    Gauge.builder("slugline.sources.silent", console, Console::silentSources)
        .description("sources that have been silent for longer than is their way")
        .register(registry);
    runs(new Stage("console", console::problem, console::ready));
    return started.address();
  }

  /** Serves the health of what runs. */
  StatusServer status(HttpSettings http, Supplier<Map<String, String>> facts) throws IOException {
    return running.closing(
        StatusServer.start(
            new InetSocketAddress(http.host(), http.port()), running::stages, registry, facts));
  }

  @Override
  public void close() {
    registry.close();
  }

  private void runs(Stage stage) {
    running.stage(stage);
    Gauge.builder("slugline.stage.healthy", stage, it -> it.problem().get().isEmpty() ? 1 : 0)
        .description("1 while nothing keeps the stage from working")
        .tag("stage", stage.name())
        .register(registry);
    Gauge.builder("slugline.stage.ready", stage, it -> it.ready().getAsBoolean() ? 1 : 0)
        .description("1 while the stage has caught up with its state and takes work")
        .tag("stage", stage.name())
        .register(registry);
  }

  private JvmGcMetrics gcMetrics() {
    JvmGcMetrics metrics = new JvmGcMetrics();
    metrics.bindTo(registry);
    return metrics;
  }
}
