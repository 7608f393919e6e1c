package io.slugline.deploy.topic;

import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Watch;
import io.slugline.deploy.command.ExitCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline watch load}: puts a list in force while everything runs. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Puts a whole list on the watches topic; those missing from it are removed.")
public final class LoadCommand implements Callable<Integer> {
  @Mixin private ClusterOption clusterOption;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the watch list")
  private Path file = Path.of("");

  @Option(
      names = "--author",
      defaultValue = "${sys:user.name}",
      paramLabel = "NAME",
      description = "who wrote it (${DEFAULT-VALUE})")
  private String author = "";

  @Override
  public Integer call() throws Exception {
    List<Watch> list = WatchList.read(file, author, Instant.now());
    try (OpenCluster open = clusterOption.open()) {
      say(new WatchUpload(open.cluster()).replaceWith(list));
    }
    return ExitCode.DONE;
  }

  private void say(WatchUpload.Outcome outcome) {
    spec.commandLine()
        .getErr()
        .printf(
            "%d new or changed, %d removed, %d as before%n",
            outcome.changed(), outcome.removed(), outcome.unchanged());
  }
}
