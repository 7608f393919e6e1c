package io.slugline.deploy.run;

import io.slugline.alerting.AlertApp;
import io.slugline.alerting.console.page.Outside;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.alerting.watch.ExampleCheck;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.deploy.broker.EmbeddedBroker;
import io.slugline.deploy.config.HttpSettings;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.console.Handed;
import io.slugline.deploy.http.Stage;
import io.slugline.deploy.replay.ReplayProcesses;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.deploy.topic.WatchUpload;
import io.slugline.deploy.watch.ArticleMaker;
import io.slugline.enrich.Enricher;
import io.slugline.ingest.IngestApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All stages in this JVM, and the broker too unless a cluster is named. Wired here by hand, in the
 * order of the picture; closed in reverse.
 *
 * @param cluster where the stages meet
 * @param address of the console
 */
record LocalRunner(
    Running running,
    Cluster cluster,
    IngestApp ingest,
    LiveEnrich enrich,
    AlertApp alerting,
    DispatchApp dispatch,
    AlertPrinter printer,
    Progress progress,
    String address)
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalRunner.class);

  /** Starts everything; what cannot be started takes down what has been. */
  static LocalRunner start(RunPlan plan, Clock clock, Screen screen, Function<Alert, String> form)
      throws Exception {
    Running running = new Running();
    try {
      return wire(plan, clock, running, screen, form);
    } catch (Exception | Error e) {
      running.close();
      throw e;
    }
  }

  private static LocalRunner wire(
      RunPlan plan, Clock clock, Running running, Screen screen, Function<Alert, String> form)
      throws Exception {
    // Models take seconds to read, and so does a broker to start: both at once.
    CompletableFuture<Enricher> models = CompletableFuture.supplyAsync(Enricher::load);
    SluglineConfig config = withBroker(plan, running);
    Cluster cluster = config.kafka().cluster();
    new TopicSetup(config.kafka()).create();
    AlertPrinter printer = running.closing(AlertPrinter.start(cluster, form, screen));
    Stages stages =
        running.closing(new Stages(config, plan.data().resolve("state"), clock, running));
    if (plan.watches().isPresent()) load(plan.watches().get(), cluster, clock, models);
    Stages.Alerting alerting = stages.alerting();
    Enricher enricher = models.join();
    LiveEnrich live = stages.enrich(enricher);
    IngestApp ingest = stages.ingest(config.ingest().at(plan.inbox()));
    Progress progress = running.closing(Progress.start(cluster, ingest, printer, live::groups));
    ReplayProcesses replays = running.closing(replays(plan, cluster));
    Outside outside = Handed.everything(config, enricher, progress::lag, alerting.app(), replays);
    String address = serve(stages, config, outside, progress);
    return new LocalRunner(
        running,
        cluster,
        ingest,
        live,
        alerting.app(),
        alerting.dispatch(),
        printer,
        progress,
        address);
  }

  private static ReplayProcesses replays(RunPlan plan, Cluster cluster) {
    List<String> place = new ArrayList<>();
    plan.file().ifPresent(file -> place.addAll(List.of("--config", file.toString())));
    place.addAll(List.of("--bootstrap-servers", cluster.bootstrapServers()));
    place.addAll(List.of("--data", plan.data().toString()));
    return new ReplayProcesses(plan.data().resolve("replays"), place);
  }

  /** The first thing that keeps a stage from working. */
  Optional<String> problem() {
    return running.problem();
  }

  @Override
  public void close() {
    running.close();
  }

  private static SluglineConfig withBroker(RunPlan plan, Running running) throws IOException {
    if (!plan.ownBroker()) return plan.config();
    EmbeddedBroker broker =
        running.closing(EmbeddedBroker.start(plan.data().resolve("broker"), plan.port()));
    running.stage(new Stage("broker", broker::problem, () -> true));
    return plan.config().at(broker.bootstrapServers());
  }

  private static void load(
      Path watches, Cluster cluster, Clock clock, CompletableFuture<Enricher> models)
      throws Exception {
    new ExampleCheck(example -> new ArticleMaker(models.join()).fromText(example))
        .require(WatchList.text(watches));
    WatchUpload.Outcome outcome =
        new WatchUpload(cluster)
            .replaceWith(
                WatchList.read(watches, System.getProperty("user.name", "run"), clock.instant()));
    log.info(
        "watches of {}: {} new or changed, {} removed, {} as before",
        watches,
        outcome.changed(),
        outcome.removed(),
        outcome.unchanged());
    outcome.names().forEach(log::info);
  }

  /** Two runs on one machine shall not fail on a page that nobody asked for. */
  private static String serve(
      Stages stages, SluglineConfig config, Outside outside, Progress progress) throws IOException {
    HttpSettings http = config.http();
    try {
      return serve(stages, http, config.alerting().console().off(), outside, progress);
    } catch (IOException taken) {
      log.warn("{}; any free one is used", taken.getMessage());
      HttpSettings free = new HttpSettings(http.host(), 0);
      return serve(stages, free, config.alerting().console().off(), outside, progress);
    }
  }

  private static String serve(
      Stages stages, HttpSettings http, boolean bare, Outside outside, Progress progress)
      throws IOException {
    return bare ? stages.status(http, progress::facts).address() : stages.console(http, outside);
  }
}
