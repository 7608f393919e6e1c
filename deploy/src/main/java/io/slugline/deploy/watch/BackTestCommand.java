package io.slugline.deploy.watch;

import io.slugline.alerting.backtest.BackTestResult;
import io.slugline.contract.Watch;
import io.slugline.deploy.backtest.BackTester;
import io.slugline.deploy.backtest.TimeShares;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.config.Durations;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.topic.ClusterOption;
import io.slugline.deploy.topic.OpenCluster;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code watch backtest}: the pages that a list would have sent, before it is put in force. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description =
        "Runs a list over the articles that are retained and tells how often each watch would have"
            + " paged on each day, beside the version that is in force.")
final class BackTestCommand implements Callable<Integer> {
  @Mixin private final ListFile list = new ListFile();
  @Mixin private ClusterOption cluster;
  @Spec private CommandSpec spec;

  @Option(
      names = "--since",
      defaultValue = "30d",
      paramLabel = "DURATION",
      converter = Back.class,
      description = "how far back from the newest arrival (${DEFAULT-VALUE})")
  private Duration since = Duration.ZERO;

  @Override
  public Integer call() throws Exception {
    List<Watch> watches = list.watches();
    try (OpenCluster open = cluster.open()) {
      SluglineConfig settings = open.config();
      print(
          new BackTester(
                  open.cluster(),
                  settings.alerting().quietAfter(),
                  settings.enrich().stories().window())
              .timed(watches, since));
    }
    return ExitCode.DONE;
  }

  private void print(BackTester.Timed timed) {
    PrintWriter out = spec.commandLine().getOut();
    BackTestLines lines = new BackTestLines(timed.result());
    (list.isJson() ? lines.json() : lines.text()).forEach(out::println);
    out.flush();
    spec.commandLine().getErr().println(summary(timed));
  }

  private static String summary(BackTester.Timed timed) {
    BackTestResult result = timed.result();
    if (result.articles() == 0) return "no articles are retained";
    TimeShares shares = timed.shares();
    return "%d articles from %s to %s in %.1f s"
        .formatted(result.articles(), result.from(), result.to(), shares.total() / 1e9);
  }

  private static final class Back implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return Durations.parse(text)
          .orElseThrow(
              () -> new TypeConversionException("'" + text + "' is no duration: 30d, 12h"));
    }
  }
}
