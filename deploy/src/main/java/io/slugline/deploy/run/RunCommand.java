package io.slugline.deploy.run;

import io.slugline.contract.Alert;
import io.slugline.deploy.command.ConfigOption;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import io.slugline.deploy.command.WallClock;
import io.slugline.deploy.config.SluglineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slugline run}: the whole line, in one process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs all stages in one process, with an embedded broker unless one is named, and prints"
            + " alerts as they come.")
public final class RunCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration LOG_EVERY = Duration.ofSeconds(10);

  @Mixin private ConfigOption config;
  @Spec private CommandSpec spec;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "folder watched for articles; without it a copy of the samples")
  private @Nullable Path inbox;

  @Option(
      names = "--watches",
      paramLabel = "FILE",
      description = "watch list, replaces the one in force; without it and --inbox the samples'")
  private @Nullable Path watches;

  @Option(
      names = "--data",
      defaultValue = "data",
      paramLabel = "DIR",
      description = "where broker and stores keep what survives a restart (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--port",
      defaultValue = "0",
      paramLabel = "N",
      description = "of the embedded broker; 0 for any free one")
  private int port;

  @Option(names = "--until-idle", description = "stop when everything in the inbox is worked off")
  private boolean untilIdle;

  @Option(names = "--output", defaultValue = "text", paramLabel = "text|json")
  private Output output = Output.text;

  @Override
  public Integer call() throws Exception {
    RunPlan plan = plan(config.read());
    Screen screen =
        new Screen(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            Boolean.getBoolean("slugline.terminal"));
    Function<Alert, String> form = output == Output.json ? AlertLines::json : AlertLines::text;
    Stopping stopping = Stopping.onSignal();
    try (LocalRunner runner = LocalRunner.start(plan, Clock.systemUTC(), screen, form)) {
      screen.say("inbox " + plan.inbox() + ": put article files there (" + KINDS + ")");
      screen.say("console at " + runner.address());
      screen.say("Kafka at " + runner.cluster().bootstrapServers() + ", topics in README.md");
      return follow(runner, screen, stopping);
    } finally {
      stopping.finished();
    }
  }

  private static final String KINDS = "txt, html, json, jsonl, xml, warc, gz, zip";

  private int follow(LocalRunner runner, Screen screen, Stopping stopping) throws Exception {
    int looks = 0;
    WallClock clock = new WallClock();
    try (Idle idle = new Idle(runner)) {
      while (!stopping.within(LOOK_EVERY)) {
        clock.endWhenPutBack(spec.commandLine().getErr());
        Optional<String> problem = runner.problem();
        if (problem.isPresent()) {
          screen.say(problem.get());
          return ExitCode.COULD_NOT;
        }
        if (untilIdle && idle.now()) return end(runner, screen);
        show(runner, screen, ++looks);
      }
    }
    screen.say("stopping");
    return ExitCode.DONE;
  }

  private static void show(LocalRunner runner, Screen screen, int looks) {
    if (screen.isTerminal()) screen.progress(runner.progress().line());
    else if (looks % (LOG_EVERY.toMillis() / LOOK_EVERY.toMillis()) == 0) {
      screen.say(runner.progress().line());
    }
  }

  private static int end(LocalRunner runner, Screen screen) throws InterruptedException {
    runner.printer().catchUp();
    screen.say(runner.progress().line());
    List<String> waiting = runner.dispatch().waiting();
    waiting.forEach(each -> screen.say("waits for its receiver: " + each));
    return waiting.isEmpty() ? ExitCode.DONE : ExitCode.COULD_NOT;
  }

  private RunPlan plan(SluglineConfig read) throws IOException {
    Path watched = inbox;
    if (watched != null && !Files.isDirectory(watched)) {
      throw new ParameterException(spec.commandLine(), "--inbox " + watched + " is not a folder");
    }
    if (watches != null && !Files.isReadable(watches)) {
      throw new ParameterException(spec.commandLine(), "--watches " + watches + " cannot be read");
    }
    boolean samples = watched == null && read.ingest().inbox() == null;
    Path list = watches == null && samples ? Home.sampleWatches() : watches;
    if (watched == null) watched = read.ingest().inbox();
    if (watched == null) watched = Home.copySamplesTo(data.resolve("inbox"));
    return new RunPlan(read, config.file(), data, port, watched, Optional.ofNullable(list));
  }
}
