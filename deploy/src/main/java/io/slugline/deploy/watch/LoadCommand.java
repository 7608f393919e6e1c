package io.slugline.deploy.watch;

import io.slugline.alerting.watch.ExampleCheck;
import io.slugline.alerting.watch.Problem;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.topic.ClusterOption;
import io.slugline.deploy.topic.OpenCluster;
import io.slugline.deploy.topic.WatchUpload;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    description = {
      "Puts a whole list on the watches topic; those missing from it are removed.",
      "A live watch that fails its own examples is refused, and the list with it (exit code 1)."
    })
final class LoadCommand implements Callable<Integer> {
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

  private @Nullable ArticleMaker maker;

  @Override
  public Integer call() throws Exception {
    List<Watch> list = WatchList.read(file, author, Instant.now());
    List<Problem> wrong = new ExampleCheck(this::article).problems(WatchList.text(file));
    wrong.forEach(problem -> spec.commandLine().getErr().println(problem));
    if (!wrong.isEmpty()) return ExitCode.NO;
    try (OpenCluster open = clusterOption.open()) {
      say(new WatchUpload(open.cluster()).replaceWith(list));
    }
    return ExitCode.DONE;
  }

  /** To read an example as enrich does takes its models, and they take seconds to load. */
  private Optional<EnrichedArticle> article(String example) {
    if (maker == null) maker = new ArticleMaker();
    return maker.fromText(example);
  }

  private void say(WatchUpload.Outcome outcome) {
    outcome.names().forEach(spec.commandLine().getErr()::println);
    spec.commandLine()
        .getErr()
        .printf(
            "%d new or changed, %d removed, %d as before%n",
            outcome.changed(), outcome.removed(), outcome.unchanged());
  }
}
