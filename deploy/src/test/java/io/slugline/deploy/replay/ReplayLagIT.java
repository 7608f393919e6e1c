package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Lines;
import io.slugline.enrich.Enricher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay is fed nothing as long as live is further behind than it may be. */
class ReplayLagIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Instant NOW = Instant.now();
  private static final int LOOKS = 10;

  @TempDir Path folder;

  @Test
  void aReplayWaitsForAReceiverThatKeepsLiveWaitingAndGoesOnWithIt() throws Exception {
    Enricher enricher = Enricher.load();
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"));
        LiveLine live =
            new LiveLine(
                kafka.bootstrapServers(),
                "",
                enricher,
                folder.resolve("live"),
                Clock.systemUTC())) {
      live.refuse();
      News.send(live.cluster, new News(9).texts(40), 0, NOW.minusSeconds(600));
      await().atMost(PATIENCE).until(() -> isTold(live.cluster) && isBehind(live.cluster));
      Replay replay = planned(live);
      StringWriter said = new StringWriter();

      CompletableFuture<Replay> running =
          CompletableFuture.supplyAsync(() -> run(live, enricher, replay, new PrintWriter(said)));
      await().atMost(PATIENCE).until(() -> said.toString().split("0 of", -1).length > LOOKS);
      List<String> fed = Records.marks(live.cluster.under(replay.prefix()), Topics.ARTICLES_RAW);
      live.accept();

      assertThat(fed).isEmpty();
      assertThat(running)
          .succeedsWithin(PATIENCE)
          .extracting(Replay::state)
          .isEqualTo(Replay.State.DONE);
    }
  }

  private static boolean isTold(Cluster cluster) {
    return !Records.marks(cluster, Topics.ALERTS).isEmpty();
  }

  private static boolean isBehind(Cluster cluster) throws Exception {
    try (Groups groups = new Groups(cluster, Lines.groups(cluster))) {
      Groups.Reading reading = groups.look();
      return reading.stable() && reading.isIdleBut(Lines.DISPATCH) && reading.lag() > 0;
    }
  }

  private static Replay planned(LiveLine live) {
    Planner planner = new Planner(live.cluster, live.config.enrich().stories().window());
    Replay.Range range = planner.range(Instant.EPOCH, NOW, null, null, null);
    return planner.plan("patient", "ann", "a test", range, NOW);
  }

  private Replay run(LiveLine live, Enricher enricher, Replay replay, PrintWriter said) {
    Screen terminal = new Screen(said, said, true);
    try {
      return new ReplayRun(
              live.config,
              () -> enricher,
              folder.resolve("state"),
              Clock.systemUTC(),
              terminal,
              Stopping.whenAsked(),
              0)
          .run(replay);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
