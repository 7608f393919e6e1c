package io.slugline.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.alerting.dispatch.DispatchApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertLineIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir private Path folder;

  @Test
  void eachStoryPagesOnceThroughRestartsAndASecondDispatcher() throws Exception {
    try (AlertLine line = new AlertLine(folder)) {
      line.watch("ships", "freighter");
      await().atMost(PATIENCE).until(line::ready);

      try (DispatchApp first = line.dispatcher("1")) {
        await().atMost(PATIENCE).until(first::ready);
        stories(line, 0, 20);
        // Were a replay's page told, there would be one too many at the end.
        for (int i = 0; i < 8; i++) line.markedPage("replayed-" + i);
        awaitPages(line, 20);
      }
      stories(line, 20, 30);
      try (DispatchApp again = line.dispatcher("1");
          DispatchApp second = line.dispatcher("2")) {
        awaitPages(line, 30);
        stories(line, 30, 50);
        awaitPages(line, 50);
        again.close();
        stories(line, 50, 60);
        awaitPages(line, 60);
        assertThat(second.problem()).isEmpty();
      }

      assertThat(line.deliveries).doesNotHaveDuplicates();
    }
  }

  /** Two articles each, both of which match. */
  private static void stories(AlertLine line, int from, int to) {
    for (int story = from; story < to; story++) {
      line.article("s" + story, "a" + story, 2L * story + 1, "A freighter docked at dawn.");
      line.article("s" + story, "b" + story, 2L * story + 2, "The freighter left at noon.");
    }
  }

  private static void awaitPages(AlertLine line, int pages) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(new HashSet<>(line.deliveries)).hasSize(pages));
  }
}
