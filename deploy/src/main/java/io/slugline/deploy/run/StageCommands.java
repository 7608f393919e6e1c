package io.slugline.deploy.run;

import io.slugline.alerting.console.page.Outside;
import io.slugline.deploy.command.ConfigOption;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.enrich.Enricher;
import io.slugline.ingest.IngestConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slugline ingest}, {@code enrich}, {@code alert}: one stage, until it is told to stop. */
@Command(name = "stages", description = "One stage each.")
public final class StageCommands {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  @Spec private CommandSpec spec;

  /** Starts what a command is for, and says where it is served. */
  private interface Start {
    String in(Stages stages) throws Exception;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Watches an inbox and publishes its articles.")
  int ingest(
      @Mixin ConfigOption config,
      @Mixin StateOption state,
      @Option(names = "--inbox", paramLabel = "DIR", description = "folder watched for articles")
          @Nullable Path inbox,
      @Option(names = "--backfill", description = "old articles: they never page") boolean backfill)
      throws Exception {
    SluglineConfig read = config.readWithCluster();
    Path folder = inbox == null ? read.ingest().inbox() : inbox;
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "no inbox: give --inbox or ingest.inbox");
    }
    IngestConfig watched = read.ingest().at(folder).withBackfill(backfill);
    return run(
        read,
        state,
        stages -> {
          stages.ingest(watched);
          return stages.status(read.http(), Map::of).address();
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Cleans, tags and groups articles into stories.")
  int enrich(@Mixin ConfigOption config, @Mixin StateOption state) throws Exception {
    SluglineConfig read = config.readWithCluster();
    return run(
        read,
        state,
        stages -> {
          stages.enrich(Enricher.load());
          return stages.status(read.http(), Map::of).address();
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Matches articles against watches, keeps alerts and tells receivers.")
  int alert(@Mixin ConfigOption config, @Mixin StateOption state) throws Exception {
    SluglineConfig read = config.readWithCluster();
    return run(
        read,
        state,
        stages -> {
          stages.dispatch();
          stages.alerting();
          return read.alerting().console().off()
              ? stages.status(read.http(), Map::of).address()
              : stages.console(read.http(), Outside.none());
        });
  }

  private int run(SluglineConfig config, StateOption state, Start start) throws Exception {
    Stopping stopping = Stopping.onSignal();
    Running running = new Running();
    try (running) {
      Stages stages =
          running.closing(new Stages(config, state.folder(), Clock.systemUTC(), running));
      spec.commandLine().getErr().println("health and metrics at " + start.in(stages));
      return follow(running, stopping);
    } finally {
      stopping.finished();
    }
  }

  private int follow(Running running, Stopping stopping) throws InterruptedException {
    while (!stopping.within(LOOK_EVERY)) {
      Optional<String> problem = running.problem();
      if (problem.isEmpty()) continue;
      spec.commandLine().getErr().println(problem.get());
      return ExitCode.COULD_NOT;
    }
    return ExitCode.DONE;
  }
}
