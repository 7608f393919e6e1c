package io.slugline.deploy.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import io.slugline.deploy.Said;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.topic.TopicScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * This build on what the first one left behind: topics, stores and offsets after it had read the
 * samples and told of five alerts. As the README says how.
 */
class UpgradeIT {
  private static final Path FIRST = Path.of("src/test/resources/upgrade/first.jsonl.gz");
  private static final String READ_BEFORE = "chongjin-eastgate.txt";

  @TempDir private Path folder;

  @Test
  void itRefusesStoriesItCannotReadAndGoesOnAfterAReplayWithoutAPageTwice() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"));
        Desk desk = new Desk()) {
      Cluster cluster = new Cluster(kafka.bootstrapServers(), "", Map.of());
      Dump.load(FIRST, cluster);
      Files.writeString(folder.resolve("slugline.yaml"), desk.config());
      Path inbox = Files.createDirectory(folder.resolve("inbox"));
      TreeSet<String> alerts = keys(cluster, any -> true);
      assertThat(alerts).hasSize(5);

      Said refused = run(cluster, inbox, "refused");
      assertThat(refused.code()).isEqualTo(3);
      assertThat(refused.err()).contains("slugline replay");

      for (String step : List.of("plan --why upgrade", "run r1")) {
        Said said = slugline(cluster, ("replay " + step).split(" "));
        assertThat(said.code()).as("%s: %s", step, said.err()).isZero();
      }
      // Who was refused counts as a member of its group for 45 s more.
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> slugline(cluster, "replay", "promote", "r1").code() == 0);
      Files.copy(Path.of("samples/articles", READ_BEFORE), inbox.resolve(READ_BEFORE));
      Files.writeString(
          inbox.resolve("new.txt"),
          "Hackers broke into the grid operator of Ruritania on Friday and shut down nine"
              + " substations. The cyber attack began with a malware infected mail.");
      Said upgraded = run(cluster, inbox, "upgraded");

      assertThat(upgraded.code()).as(upgraded.err()).isZero();
      assertThat(desk.pages).singleElement().asString().endsWith(" 1 cyber-attack");
      assertThat(alerts).doesNotContain(desk.pages.get(0).split(" ")[0]);
      // What this build finds in articles that the first one passed over is shown and pages nobody.
      assertThat(keys(cluster, any -> true)).containsAll(alerts);
      assertThat(keys(cluster, Alert::page)).hasSize(6).containsAll(alerts);
      Said ledger = slugline(cluster, "ledger", "--output", "json");
      assertThat(ledger.last().path("difference").asInt(-1)).as(ledger.out()).isZero();
    }
  }

  private Said run(Cluster cluster, Path inbox, String data) {
    return slugline(
        cluster,
        "run",
        "--until-idle",
        "--config",
        folder.resolve("slugline.yaml").toString(),
        "--inbox",
        inbox.toString(),
        "--data",
        folder.resolve(data).toString());
  }

  private Said slugline(Cluster cluster, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--bootstrap-servers", cluster.bootstrapServers()));
    if (arguments[0].equals("replay")) all.addAll(List.of("--data", folder.toString()));
    return Said.by(all);
  }

  private static TreeSet<String> keys(Cluster cluster, Predicate<Alert> wanted) {
    TreeSet<String> keys = new TreeSet<>();
    TopicScan.values(
        cluster,
        Topics.ALERTS,
        alert -> {
          if (wanted.test(alert)) keys.add(alert.alert());
        });
    return keys;
  }
}
