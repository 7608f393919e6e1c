package io.slugline.deploy.run;

import io.slugline.deploy.config.SluglineConfig;
import io.slugline.enrich.Enricher;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slugline enrich}: one stage alone. */
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    description = "Cleans, tags and groups articles into stories.")
public final class EnrichCommand implements Callable<Integer> {
  @Mixin private StageOptions stage = new StageOptions();

  @Override
  public Integer call() throws Exception {
    SluglineConfig read = stage.read();
    return stage.run(
        read,
        stages -> {
          stages.enrich(Enricher.load());
          return stages.status(read.http(), Map::of).address();
        });
  }
}
