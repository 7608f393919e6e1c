package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Articles are matched while watches change. */
final class MonitorChangesTest {

  @Test
  void anArticleSeesEachWatchInOneVersionAndNeverInNoneOrTwo() throws Exception {
    Monitor monitor = new Monitor();
    monitor.put(WatchSamples.watch("w", "port"));
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    Callable<Integer> reader =
        () -> {
          int wrong = 0;
          EnrichedArticle article = WatchSamples.article("Port", "A harbour and a quay.");
          while (!over.get()) {
            if (monitor.match(article).size() != 1) wrong++;
          }
          return wrong;
        };
    List<Future<Integer>> wrong = new ArrayList<>();
    for (int i = 0; i < 2; i++) wrong.add(readers.submit(reader));

    // Enough changes for ended versions to be taken out several times, each query new to the trie.
    for (int i = 0; i < 6000; i++) {
      String query = i % 2 == 0 ? "harbour OR x" + i : "quay OR \"y z" + i + "\" OR p" + i + "*";
      monitor.put(WatchSamples.watch("w", query));
    }
    over.set(true);
    readers.shutdown();

    for (Future<Integer> each : wrong) assertThat(each.get()).isZero();
  }

  @Test
  void wordsThatArticlesHadBeforeAWatchAsksForThemAreFound() {
    Monitor monitor = new Monitor();
    monitor.put(WatchSamples.watch("other", "nothing"));
    EnrichedArticle article = WatchSamples.article("Port", "Freighters at the quays.");
    monitor.match(article);

    monitor.put(WatchSamples.watch("exact", "=quays"));
    monitor.put(WatchSamples.watch("prefix", "freight*"));
    monitor.put(WatchSamples.watch("word", "quay"));

    assertThat(monitor.match(article).stream().map(match -> match.watch().id()))
        .containsExactly("exact", "prefix", "word");
  }
}
