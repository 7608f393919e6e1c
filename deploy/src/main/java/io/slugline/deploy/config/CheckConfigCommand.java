package io.slugline.deploy.config;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline check-config}: every problem of a configuration file, with its place. */
@Command(
    name = "check-config",
    mixinStandardHelpOptions = true,
    description = "Prints every problem of a configuration file, with its place.")
public final class CheckConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the configuration")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    ConfigFile.read(file, System.getenv());
    spec.commandLine().getErr().println(file + ": good");
    return 0;
  }
}
