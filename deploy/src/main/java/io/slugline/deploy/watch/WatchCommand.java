package io.slugline.deploy.watch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slugline watch ...}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Checks, tries, back-tests and explains watch lists.",
    subcommands = {
      LintCommand.class,
      ExamplesCommand.class,
      ExplainCommand.class,
      MatchCommand.class,
      BackTestCommand.class,
      LoadCommand.class
    })
public final class WatchCommand implements Runnable {
  // picocli sets it before run().
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "watch what? lint, test, explain, match, backtest, load");
  }
}
