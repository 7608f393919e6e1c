package io.slugline.deploy.replay;

import io.slugline.contract.Json;
import io.slugline.contract.Replay;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.ClusterOption;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.OpenCluster;
import io.slugline.deploy.topic.Presence;
import io.slugline.deploy.topic.Register;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.Enricher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code slugline replay}: planned, run, looked at, promoted or dropped. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "plan|run|pause|resume|diff|promote|rollback|drop|list",
    description = "Runs old articles through again, fenced: it can notify nobody.")
public final class ReplayCommand {
  private static final int LIVE_LAG = 1000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      defaultValue = "text",
      paramLabel = "text|json",
      scope = ScopeType.INHERIT)
  private Output output = Output.text;

  @Command(mixinStandardHelpOptions = true, description = "Says what is to be run, and why.")
  int plan(
      @Mixin ClusterOption place,
      @Mixin RangeOption wanted,
      @Option(names = "--why", required = true, paramLabel = "TEXT", description = "for the others")
          String why,
      @Option(names = "--id", description = "a short name; without it r1, r2 ...")
          @Nullable String id)
      throws Exception {
    return fenced(
        place,
        read -> {
          // A cluster of before has no topic for replays.
          new TopicSetup(read.kafka()).create();
          Register register = new Register(read.kafka().cluster());
          Planner planner = new Planner(read.kafka().cluster(), read.enrich().stories().window());
          Instant now = Instant.now();
          Replay.Range range = wanted.of(planner, now);
          String by = System.getProperty("user.name", "someone");
          String name = id == null ? register.freeId() : unused(id, register);
          print(register.put(planner.plan(name, by, why, range, now)));
          return ExitCode.DONE;
        });
  }

  private static String unused(String id, Register register) {
    if (register.find(id).isEmpty()) return id;
    throw new IllegalArgumentException("there is a replay " + id + " already");
  }

  @Command(
      mixinStandardHelpOptions = true,
      aliases = "resume",
      description = "Runs it, or goes on where it stopped; Ctrl-C or `pause` stop it.")
  int run(
      @Mixin ClusterOption place,
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--live-lag",
              defaultValue = "" + LIVE_LAG,
              paramLabel = "N",
              description = "wait while live is more records behind (${DEFAULT-VALUE})")
          long liveLag)
      throws Exception {
    return stoppable(
        place,
        (read, stopping) -> {
          Replay replay = new Register(read.kafka().cluster()).need(id);
          Replay stands = run(read, place.stores(), liveLag, stopping, replay);
          print(stands);
          return stands.problem() == null ? ExitCode.DONE : ExitCode.COULD_NOT;
        });
  }

  @Command(mixinStandardHelpOptions = true, description = "Stops one that runs; `resume` goes on.")
  int pause(@Mixin ClusterOption place, @Parameters(paramLabel = "ID") String id) throws Exception {
    return fenced(
        place,
        read -> {
          Register register = new Register(read.kafka().cluster());
          Replay replay = register.need(id);
          if (replay.state() != Replay.State.RUNNING) {
            spec.commandLine().getErr().println("replay " + id + " is " + replay.state().word());
            return ExitCode.NO;
          }
          print(register.put(new Changes(replay, Instant.now()).to(Replay.State.PAUSED)));
          return ExitCode.DONE;
        });
  }

  @Command(mixinStandardHelpOptions = true, description = "Says what would change.")
  int diff(
      @Mixin ClusterOption place,
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--examples",
              defaultValue = "5",
              paramLabel = "N",
              description = "of each kind, in text (${DEFAULT-VALUE})")
          int examples)
      throws Exception {
    return fenced(
        place,
        read -> {
          watchReading(id);
          Difference found = KnownReplays.compare(read.kafka().cluster(), id);
          DiffLines lines = new DiffLines(id, found);
          if (output == Output.json) lines.json(spec.commandLine().getOut());
          else lines.text(spec.commandLine().getOut(), examples);
          spec.commandLine().getOut().flush();
          return ExitCode.DONE;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes its result the live one; enrich stops for it, and goes on by itself.")
  int promote(@Mixin ClusterOption place, @Parameters(paramLabel = "ID") String id)
      throws Exception {
    return stoppable(
        place,
        (read, stopping) -> {
          watchReading(id);
          return handedOver(
              new HandingOver(read.kafka().cluster(), screen()::say)
                  .promote(id, longer -> run(read, place.stores(), LIVE_LAG, stopping, longer)));
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Takes a promotion back; enrich stops for it, and goes on by itself.")
  int rollback(@Mixin ClusterOption place, @Parameters(paramLabel = "ID") String id)
      throws Exception {
    return fenced(
        place,
        read -> {
          watchReading(id);
          return handedOver(new HandingOver(read.kafka().cluster(), screen()::say).rollback(id));
        });
  }

  private Replay run(
      SluglineConfig read, Path stores, long liveLag, Stopping stopping, Replay replay)
      throws Exception {
    return new ReplayRun(
            read, Enricher::load, stores, Clock.systemUTC(), screen(), stopping, liveLag)
        .run(replay);
  }

  private int handedOver(Promotion.Done done) {
    spec.commandLine()
        .getErr()
        .println(done.appended() + " records appended; `slugline enrich` goes on from there");
    print(done.replay());
    return ExitCode.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Deletes its topics, groups and stores; it stays on the list.")
  int drop(@Mixin ClusterOption place, @Parameters(paramLabel = "ID") String id) throws Exception {
    return fenced(
        place,
        read -> {
          Register register = new Register(read.kafka().cluster());
          Replay replay = register.need(id);
          if (isUnderWay(read, replay)) {
            throw new IllegalArgumentException(
                "replay " + id + " is " + replay.state().word() + ": pause it first");
          }
          // A promoted one's stores are live's by now.
          boolean makesLive = Lines.application(register.all()).equals(replay.prefix());
          String stays = read.kafka().cluster().idOf(replay.prefix() + "slugline-enrich");
          new Fence(read.kafka(), replay).fall(name -> makesLive && name.startsWith(stays));
          Utils.delete(ReplayRun.folder(place.stores(), replay).toFile());
          print(register.put(new Changes(replay, Instant.now()).to(Replay.State.DROPPED)));
          return ExitCode.DONE;
        });
  }

  /** Who promotes may have died of it. */
  private static boolean isUnderWay(SluglineConfig read, Replay replay)
      throws ExecutionException, InterruptedException {
    return switch (replay.state()) {
      case RUNNING -> true;
      case PROMOTING -> Presence.isClaimed(read.kafka().cluster());
      default -> false;
    };
  }

  @Command(mixinStandardHelpOptions = true, description = "Shows all replays.")
  int list(@Mixin ClusterOption place) throws Exception {
    return fenced(
        place,
        read -> {
          new Register(read.kafka().cluster()).all().forEach(this::print);
          return ExitCode.DONE;
        });
  }

  private interface Work {
    int with(SluglineConfig read) throws Exception;
  }

  private interface LongWork {
    int with(SluglineConfig read, Stopping stopping) throws Exception;
  }

  /** The same for what Ctrl-C may stop: the process ends when all is put away and said. */
  private int stoppable(ClusterOption place, LongWork work) throws Exception {
    Stopping stopping = Stopping.onSignal();
    try {
      return fenced(place, read -> work.with(read, stopping));
    } finally {
      stopping.finished();
    }
  }

  /** No receiver and none of their credentials comes into what a replay does. */
  private int fenced(ClusterOption place, Work work) throws Exception {
    try (OpenCluster open = place.open()) {
      return work.with(open.config().withoutReceivers());
    } catch (HandingOver.Refused e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCode.NO;
    }
  }

  /** What a step reads may be all that the cluster retains. */
  private void watchReading(String id) {
    Screen screen = screen();
    TopicScan.watch(
        (topic, total) -> {
          Pace pace = new Pace(0);
          String what = id + " reads " + topic;
          return done -> {
            if (pace.isLong()) screen.going(pace.line(what, done, total, "records"));
          };
        });
  }

  private Screen screen() {
    return new Screen(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        Boolean.getBoolean("slugline.terminal"));
  }

  private void print(Replay replay) {
    screen().result(output == Output.json ? Json.write(replay) : line(replay));
  }

  private static String line(Replay replay) {
    Replay.Range range = replay.range();
    return "%-8s %-9s %,d of %,d records  %s to %s%s%s%s  by %s: %s%s"
        .formatted(
            replay.id(),
            replay.state().word(),
            replay.progress().done(),
            replay.progress().total(),
            range.from().equals(Instant.EPOCH) ? "beginning" : range.from(),
            range.to(),
            range.source() == null ? "" : "  source " + range.source(),
            range.story() == null ? "" : "  story " + range.story(),
            range.watch() == null ? "" : "  watch " + range.watch(),
            replay.by(),
            replay.why(),
            replay.problem() == null ? "" : "  (" + replay.problem() + ")");
  }
}
