package io.slugline.deploy.run;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a stage that runs alone keeps its stores. */
final class StateOption {
  @Option(
      names = "--data",
      defaultValue = "data",
      paramLabel = "DIR",
      description = "where stores are kept over a restart (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  Path folder() {
    return data.resolve("state");
  }
}
