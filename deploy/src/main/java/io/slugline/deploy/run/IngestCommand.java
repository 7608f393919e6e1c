package io.slugline.deploy.run;

import io.slugline.deploy.config.SluglineConfig;
import io.slugline.ingest.IngestConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slugline ingest}: one stage alone. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Watches an inbox and publishes its articles.")
public final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StageOptions stage = new StageOptions();

  @Option(names = "--inbox", paramLabel = "DIR", description = "folder watched for articles")
  private @Nullable Path inbox;

  @Option(names = "--backfill", description = "old articles: they never page")
  private boolean backfill;

  @Override
  public Integer call() throws Exception {
    SluglineConfig read = stage.read();
    Path folder = inbox == null ? read.ingest().inbox() : inbox;
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "no inbox: give --inbox or ingest.inbox");
    }
    IngestConfig watched = read.ingest().at(folder).withBackfill(backfill);
    return stage.run(
        read,
        stages -> {
          stages.ingest(watched);
          return stages.status(read.http(), Map::of).address();
        });
  }
}
