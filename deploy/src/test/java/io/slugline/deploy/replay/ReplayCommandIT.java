package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slugline.alerting.console.page.Outside.Replays.Step;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.SluglineProcess;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.topic.Presence;
import io.slugline.deploy.topic.Register;
import io.slugline.deploy.topic.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A replay as people handle it: at a terminal, with Ctrl-C, from the console, after a mishap. */
class ReplayCommandIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Instant MORNING = Instant.now().minusSeconds(6 * 3600);
  private static final int PAST = 4000;
  private static final int CTRL_C = 3;

  @TempDir Path folder;
  private BrokerProcess broker;
  private Cluster live;

  @BeforeEach
  void start() throws Exception {
    broker = BrokerProcess.start(folder.resolve("broker"));
    live = broker.settings(1).cluster();
    new TopicSetup(broker.settings(1)).create();
    News.send(live, new News(4).texts(PAST), 0, MORNING);
    Planner planner = new Planner(live, Duration.ofDays(7));
    Replay.Range range = planner.range(Instant.EPOCH, Instant.now(), null, null, null);
    new Register(live).put(planner.plan("again", "ann", "a test", range, Instant.now()));
  }

  @AfterEach
  void stop() throws InterruptedException {
    broker.kill();
  }

  @Test
  void afterCtrlCItIsPausedAndResumeGoesOnFromThere() throws Exception {
    SluglineProcess run = SluglineProcess.onTerminal(folder.resolve("run"), command("run"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(run.said())
                    .containsPattern(
                        "again  [\\d,]+ of 4,000 articles \\([1-6]?\\d %\\) .*/s, .* left"));
    run.process().getOutputStream().write(CTRL_C);
    run.process().getOutputStream().flush();
    run.process().waitFor();

    Replay paused = new Register(live).need("again");
    assertThat(run.said()).containsPattern("again +paused +[\\d,]+ of 4,000 records");
    assertThat(paused.state()).isEqualTo(Replay.State.PAUSED);
    assertThat(paused.progress().done()).isPositive().isLessThan(PAST);

    SluglineProcess resumed =
        SluglineProcess.start(folder.resolve("resume"), Map.of(), command("resume"));
    assertThat(resumed.process().waitFor()).as(resumed.said()).isZero();

    assertThat(new Register(live).need("again").state()).isEqualTo(Replay.State.DONE);
    assertThat(Records.marks(live.under("replay.again."), Topics.ARTICLES_RAW)).hasSize(PAST);
  }

  @Test
  void theConsoleHasItRunInAProcessOfItsOwn() throws Exception {
    try (ReplayProcesses processes = new ReplayProcesses(folder.resolve("said"), place())) {
      KnownReplays console = new KnownReplays(live, Duration.ofDays(7), processes);
      console.begin("again", Step.RUN);

      assertThatThrownBy(() -> console.begin("again", Step.PROMOTE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("goes on");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(console.said("again")).contains("done      4,000 of 4,000"));
      assertThat(console.all())
          .singleElement()
          .extracting(Replay::state)
          .isEqualTo(Replay.State.DONE);
    }
  }

  @Test
  void oneWhosePromotionDiedIsDroppedAndOneThatIsUnderWayIsNot() throws Exception {
    Register register = new Register(live);
    register.put(new Changes(register.need("again"), Instant.now()).to(Replay.State.PROMOTING));

    try (Presence promoter = Presence.claim(live).orElseThrow()) {
      assertThat(execute(command("drop"))).isNotZero();
      assertThat(register.need("again").state()).isEqualTo(Replay.State.PROMOTING);
    }

    assertThat(execute(command("drop"))).isZero();
    assertThat(register.find("again").orElseThrow().state()).isEqualTo(Replay.State.DROPPED);
  }

  private static int execute(List<String> command) {
    return new CommandLine(new ReplayCommand())
        .execute(command.subList(1, command.size()).toArray(String[]::new));
  }

  private List<String> command(String what) {
    List<String> command = new ArrayList<>(List.of("replay", what, "again"));
    command.addAll(place());
    return command;
  }

  private List<String> place() {
    String data = folder.resolve("data").toString();
    return List.of("--data", data, "--bootstrap-servers", broker.bootstrapServers());
  }
}
