package io.slugline.deploy.console;

import io.slugline.alerting.AlertApp;
import io.slugline.alerting.console.page.Outside;
import io.slugline.deploy.backtest.BackTester;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.deadletter.DeadLetters;
import io.slugline.deploy.replay.KnownReplays;
import io.slugline.deploy.replay.ReplayProcesses;
import io.slugline.deploy.topic.EntityNames;
import io.slugline.deploy.watch.ArticleMaker;
import io.slugline.enrich.Enricher;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What the console is handed, that only the whole of Slugline can do. */
public final class Handed {
  private Handed() {}

  /** To a stage that runs alone: what the topics are enough for. */
  public static Outside alone(SluglineConfig config, AlertApp alerting) {
    return new Outside(
        null,
        backtest(config),
        null,
        letters(config),
        replays(config, null),
        EntityNames::isKnown,
        alerting::watchCosts,
        EntityNames::into);
  }

  /** Where all stages run in this process. */
  public static Outside everything(
      SluglineConfig config,
      Enricher enricher,
      Outside.Lag lag,
      AlertApp alerting,
      ReplayProcesses processes) {
    return new Outside(
        new ArticleMaker(enricher)::fromText,
        backtest(config),
        lag,
        letters(config),
        replays(config, processes),
        enricher::knows,
        alerting::watchCosts,
        EntityNames::into);
  }

  private static Outside.Letters letters(SluglineConfig config) {
    return new HandedLetters(new DeadLetters(config.kafka().cluster(), Clock.systemUTC()));
  }

  private static Outside.Replays replays(
      SluglineConfig config, @Nullable ReplayProcesses processes) {
    return new KnownReplays(
        config.kafka().cluster(), config.enrich().stories().window(), processes);
  }

  private static Outside.Backtest backtest(SluglineConfig config) {
    BackTester tester =
        new BackTester(
            config.kafka().cluster(),
            config.alerting().quietAfter(),
            config.enrich().stories().window());
    return tester::days;
  }
}
