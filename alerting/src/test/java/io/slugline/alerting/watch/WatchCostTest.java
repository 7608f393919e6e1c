package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.EnrichedArticle;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a watch costs is counted, and bounded. */
final class WatchCostTest {
  private static final EnrichedArticle LONG = WatchSamples.article("x", "a b ".repeat(20_000));

  /** Looks at every place of a word twice, twenty times over, in vain. */
  private static final String PATHOLOGICAL =
      String.join(" OR ", Collections.nCopies(20, "(a BEFORE/0 a)"));

  @Test
  void aWatchThatAsksTooMuchOfAnArticleIsGivenUpThereAndTheOthersAreNot() {
    Monitor monitor = new Monitor();
    monitor.put(WatchSamples.watch("pathological", PATHOLOGICAL));
    monitor.put(WatchSamples.watch("plain", "b BEFORE/0 a"));

    assertThat(monitor.match(LONG))
        .extracting(match -> match.watch().id())
        .containsExactly("plain");
    assertThat(monitor.failures()).containsOnlyKeys("pathological");
    assertThat(monitor.match(WatchSamples.article("x", "a b a a"))).hasSize(2);
  }

  @Test
  void whyItWasGivenUpIsExplained() {
    Explanation why = Monitor.explain(WatchSamples.watch("pathological", PATHOLOGICAL), LONG);

    assertThat(why.matched()).isFalse();
    assertThat(Objects.requireNonNull(why.failed()).note()).startsWith("too costly: more than");
  }

  @Test
  void eachWatchIsChargedForWhatItAsks() {
    Monitor monitor = new Monitor();
    monitor.put(WatchSamples.watch("dear", "port NEAR/5 ship"));
    monitor.put(WatchSamples.watch("cheap", "port"));
    monitor.put(WatchSamples.watch("idle", "crane"));

    monitor.match(WatchSamples.article("x", "The ship in port, a port, another port."));

    assertThat(monitor.costs()).containsOnlyKeys("dear", "cheap");
    assertThat(monitor.costs().get("dear")).isGreaterThan(monitor.costs().get("cheap"));
  }

  @Test
  void anArticleInAnotherLanguageIsChargedToTheSameWatch() {
    Monitor monitor = new Monitor();
    monitor.put(WatchSamples.watch("w", "port"));
    EnrichedArticle english = WatchSamples.article("x", "port");
    EnrichedArticle french = WatchSamples.article("x", "port", List.of(), List.of(), "fra");

    monitor.match(english);
    long once = monitor.costs().getOrDefault("w", 0L);
    monitor.match(french);

    assertThat(monitor.costs()).containsEntry("w", 2 * once);
  }
}
