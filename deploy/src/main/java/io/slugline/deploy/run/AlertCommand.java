package io.slugline.deploy.run;

import io.slugline.alerting.AlertApp;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.console.Handed;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slugline alert}: one stage alone. */
@Command(
    name = "alert",
    mixinStandardHelpOptions = true,
    description = "Matches articles against watches, keeps alerts and tells receivers.")
public final class AlertCommand implements Callable<Integer> {
  @Mixin private StageOptions stage = new StageOptions();

  @Override
  public Integer call() throws Exception {
    SluglineConfig read = stage.read();
    return stage.run(
        read,
        stages -> {
          AlertApp alerting = stages.alerting().app();
          return read.alerting().console().off()
              ? stages.status(read.http(), Map::of).address()
              : stages.console(read.http(), Handed.alone(read, alerting));
        });
  }
}
