package io.slugline.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.alerting.backtest.BackTestResult;
import io.slugline.alerting.backtest.BackTestResult.Page;
import io.slugline.alerting.backtest.BackTestResult.WatchPages;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Alert;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import io.slugline.deploy.backtest.BackTester;
import io.slugline.deploy.topic.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackTestIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CHANGED =
      """
      watches:
        - {id: ships, title: Ships, severity: warning, receiver: desk, query: freighter OR ferry}
      """;
  @TempDir private Path folder;

  @Test
  void aBackTestFindsThePagesOfLiveAndThoseThatAChangedWatchWouldAdd() throws Exception {
    try (AlertLine line = new AlertLine(folder)) {
      BackTester tester = new BackTester(line.cluster, Duration.ofHours(12), Duration.ofHours(72));
      List<Watch> changed = WatchList.read(CHANGED, "ann", Instant.now());
      assertThat(tester.run(changed, Duration.ofDays(1)).articles()).isZero();
      line.watch("ships", "freighter");
      await().atMost(PATIENCE).until(line::ready);
      for (int story = 0; story < 20; story++) {
        String ship = story % 2 == 0 ? "freighter" : "ferry";
        line.article("s" + story, "a" + story, 2L * story + 1, "A " + ship + " docked at dawn.");
        line.article("s" + story, "b" + story, 2L * story + 2, "The " + ship + " left at noon.");
      }
      List<String> live = pagesOf(line, 10);

      BackTestResult result = tester.run(changed, Duration.ofDays(1));

      WatchPages ships = result.watches().get(0);
      assertThat(result.articles()).isEqualTo(40);
      assertThat(ships.pages()).isEqualTo(20);
      assertThat(ships.days().stream().mapToInt(day -> day.inForce()).sum()).isEqualTo(10);
      assertThat(ships.gained()).extracting(Page::story).doesNotContainAnyElementsOf(live);
      assertThat(ships.days().stream().flatMap(day -> day.stories().stream())).containsAll(live);
    }
  }

  /** Stories that live has asked to page on. */
  private static List<String> pagesOf(AlertLine line, int wanted) {
    List<String> stories = new ArrayList<>();
    try (TopicReader<Alert> alerts = TopicReader.fromBeginning(line.cluster, Topics.ALERTS)) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                alerts.poll(Duration.ofMillis(200)).stream()
                    .filter(Alert::page)
                    .map(Alert::story)
                    .forEach(stories::add);
                return stories.size() == wanted;
              });
    }
    return stories;
  }
}
