package io.slugline.deploy;

import io.slugline.deploy.command.Failures;
import io.slugline.deploy.eval.EvalCommand;
import io.slugline.deploy.train.TrainCommand;
import io.slugline.deploy.watch.WatchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line, and the only {@code main}. */
@Command(
    name = "slugline",
    mixinStandardHelpOptions = true,
    description = "A streaming news monitor: raw article files in, one alert for each story out.",
    subcommands = {
      EvalCommand.class,
      GazetteerCommand.class,
      TrainCommand.class,
      WatchCommand.class
    })
public final class Slugline {

  private Slugline() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Slugline()).setExecutionExceptionHandler(new Failures());
  }
}
