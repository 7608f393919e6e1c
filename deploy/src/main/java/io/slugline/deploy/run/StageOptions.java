package io.slugline.deploy.run;

import io.slugline.deploy.command.ConfigOption;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.WallClock;
import io.slugline.deploy.config.ConfigException;
import io.slugline.deploy.config.SluglineConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a command that runs one stage is given, and how it runs it: until it is told to stop. */
final class StageOptions {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private StateOption state = new StateOption();

  /** Starts what a command is for, and says where it is served. */
  interface Start {
    String in(Stages stages) throws Exception;
  }

  SluglineConfig read() throws IOException, ConfigException {
    return config.readWithCluster();
  }

  int run(SluglineConfig read, Start start) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Stopping stopping = Stopping.onSignal();
    Running running = new Running();
    try (running) {
      Stages stages = running.closing(new Stages(read, state.folder(), Clock.systemUTC(), running));
      err.println("health and metrics at " + start.in(stages));
      WallClock clock = new WallClock();
      while (!stopping.within(LOOK_EVERY)) {
        clock.endWhenPutBack(err);
        Optional<String> problem = running.problem();
        if (problem.isEmpty()) continue;
        err.println(problem.get());
        return ExitCode.COULD_NOT;
      }
      return ExitCode.DONE;
    } finally {
      stopping.finished();
    }
  }
}
