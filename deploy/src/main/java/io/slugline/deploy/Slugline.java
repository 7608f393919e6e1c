package io.slugline.deploy;

import io.slugline.deploy.bench.BenchCommand;
import io.slugline.deploy.broker.BrokerCommand;
import io.slugline.deploy.command.Failures;
import io.slugline.deploy.config.CheckConfigCommand;
import io.slugline.deploy.console.ConsoleCommand;
import io.slugline.deploy.deadletter.DeadLettersCommand;
import io.slugline.deploy.eval.EvalCommand;
import io.slugline.deploy.ledger.LedgerCommand;
import io.slugline.deploy.receiver.ReceiverCommand;
import io.slugline.deploy.replay.ReplayCommand;
import io.slugline.deploy.run.AlertCommand;
import io.slugline.deploy.run.EnrichCommand;
import io.slugline.deploy.run.IngestCommand;
import io.slugline.deploy.run.RunCommand;
import io.slugline.deploy.topic.ForgetCommand;
import io.slugline.deploy.topic.TailCommand;
import io.slugline.deploy.topic.TopicsCommand;
import io.slugline.deploy.train.TrainCommand;
import io.slugline.deploy.watch.WatchCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line, and the only {@code main}. */
@Command(
    name = "slugline",
    mixinStandardHelpOptions = true,
    versionProvider = Slugline.Version.class,
    description = "A streaming news monitor: raw article files in, one alert for each story out.",
    subcommands = {
      RunCommand.class,
      IngestCommand.class,
      EnrichCommand.class,
      AlertCommand.class,
      BrokerCommand.class,
      TopicsCommand.class,
      TailCommand.class,
      DeadLettersCommand.class,
      ForgetCommand.class,
      LedgerCommand.class,
      CheckConfigCommand.class,
      WatchCommand.class,
      ReplayCommand.class,
      ReceiverCommand.class,
      ConsoleCommand.class,
      EvalCommand.class,
      BenchCommand.class,
      GazetteerCommand.class,
      TrainCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Slugline {

  private Slugline() {}

  /** What the jar says it is; from classes that are in none, nothing but the name. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Slugline.class.getPackage().getImplementationVersion();
      return new String[] {version == null ? "slugline" : "slugline " + version};
    }
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Slugline()).setExecutionExceptionHandler(new Failures());
  }
}
