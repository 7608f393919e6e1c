package io.slugline.deploy.watch;

import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command on a watch list takes: the list, and the form of the answer. */
final class ListFile {
  // picocli sets it before the command is called.
  @SuppressWarnings("NullAway.Init")
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the watch list, YAML")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "form of the answer")
  private String output = "text";

  boolean isJson() {
    return output.equals("json");
  }

  String text() {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "cannot read the watch list " + file);
    }
    return WatchList.text(file);
  }

  /** The watches; a list with errors is wrong usage, all of them told at once. */
  List<Watch> watches() {
    try {
      return WatchList.read(text(), "command line", Instant.EPOCH);
    } catch (IllegalArgumentException e) {
      CommandLine command = spec.commandLine();
      throw new ParameterException(command, file + ":\n" + e.getMessage(), e);
    }
  }
}
