package io.slugline.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import io.slugline.alerting.backtest.BackTestResult.Day;
import io.slugline.alerting.backtest.BackTestResult.Page;
import io.slugline.alerting.backtest.BackTestResult.WatchPages;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Severity;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackTestTest {
  private static final Duration QUIET_AFTER = Duration.ofHours(12);
  private static final int DAY = 24 * 60;
  private static final Watch SHIPS = Samples.ships();

  private final BackTest backTest = new BackTest(List.of(SHIPS), QUIET_AFTER);

  @Test
  void aStoryPagesOnceHoweverManyOfItsArticlesMatch() {
    backTest.take(article("s1", "a", 1, "A freighter docked."));
    backTest.take(article("s1", "a b", 2, "The freighter left."));
    backTest.take(article("s2", "c", 3, "A freighter sank."));
    backTest.take(article("s3", "d", 4, "Nothing happened."));

    List<Alert> pages = backTest.pages(List.of());

    assertThat(pages).extracting(Alert::story).containsExactly("s1", "s2");
  }

  @Test
  void recordsMayComeInAnyOrder() {
    backTest.take(article("s1", "a b", 2, "The freighter left."));
    backTest.take(article("s1", "a", 1, "A freighter docked."));

    List<Alert> pages = backTest.pages(List.of());

    assertThat(pages).extracting(Alert::changedAt).containsExactly(Samples.minute(1));
  }

  @Test
  void aShadowWatchAndOneThatIsNotYetInForceAreTriedLikeLiveOnes() {
    BackTest shadow =
        new BackTest(
            List.of(Samples.watch("shadow", Severity.INFO, WatchState.SHADOW, "freighter")),
            QUIET_AFTER);
    shadow.take(article("s1", "a", -10, "A freighter docked."));

    List<Alert> pages = shadow.pages(List.of());

    assertThat(pages).hasSize(1);
  }

  @Test
  void aSilenceOfThenCoversThePagesOfItsTimeOnly() {
    Action silence =
        Samples.action(
            "quiet",
            Action.Kind.SILENCE,
            Samples.minute(2),
            new Action.Target(null, "ships", null, null, null, null, null, null),
            Samples.minute(20));
    backTest.take(article("s1", "a", 1, "A freighter docked."));
    backTest.take(article("s2", "b", 10, "A freighter docked."));
    backTest.take(article("s3", "c", 30, "A freighter docked."));

    WatchPages counted = count(backTest.pages(List.of(silence)), List.of(), Samples.START);

    assertThat(counted.days()).hasSize(4);
    assertThat(counted.days().get(0).stories()).containsExactly("s1", "s3");
    assertThat(counted.days().get(0).silenced()).isEqualTo(1);
  }

  @Test
  void anAcknowledgementThatRunsOutPagesAgain() {
    backTest.take(article("s1", "a", 1, "A freighter docked."));
    backTest.take(article("s1", "a b", 100, "The freighter left."));
    String alert = backTest.pages(List.of()).get(0).alert();
    Action ack =
        Samples.action(
            "mine",
            Action.Kind.ACKNOWLEDGE,
            Samples.minute(5),
            Samples.onAlert(alert),
            Samples.minute(60));

    List<Alert> pages = backTest.pages(List.of(ack));

    assertThat(pages)
        .extracting(Alert::changedAt)
        .containsExactly(Samples.minute(1), Samples.minute(60));
  }

  @Test
  void aStoryThatIsMergedIntoOneThatPagedDoesNotPage() {
    backTest.take(article("s1", "a", 1, "A freighter docked."));
    backTest.take(Samples.change(StoryChange.Kind.MERGED, "s1", List.of("s2"), List.of("b")));
    backTest.take(article("s2", "b", 60, "The freighter left."));

    List<Alert> pages = backTest.pages(List.of());

    assertThat(pages).extracting(Alert::story).containsExactly("s1");
  }

  @Test
  void pagesAreCountedByDayAndThoseOfTheWarmUpLeftOut() {
    backTest.take(article("s1", "a", 1, "A freighter docked."));
    backTest.take(article("s1", "a b", DAY, "The freighter left."));
    backTest.take(article("s2", "c", DAY + 1, "A freighter docked."));
    backTest.take(article("s3", "d", 3 * DAY, "A freighter docked."));

    WatchPages counted = count(backTest.pages(List.of()), List.of(), Samples.minute(DAY));

    assertThat(counted.days()).extracting(Day::pages).containsExactly(1, 0, 1);
    assertThat(counted.samples()).extracting(Page::story).containsExactly("s2", "s3");
  }

  @Test
  void theVersionInForceIsComparedStoryByStory() {
    BackTest inForce =
        new BackTest(
            List.of(Samples.watch("ships", Severity.INFO, WatchState.LIVE, "docked")), QUIET_AFTER);
    for (BackTest each : List.of(backTest, inForce)) {
      each.take(article("s1", "a", 1, "A freighter docked."));
      each.take(article("s2", "b", 2, "A freighter sank."));
      each.take(article("s3", "c", 3, "A ferry docked."));
    }

    WatchPages counted = count(backTest.pages(List.of()), inForce.pages(List.of()), Samples.START);

    assertThat(counted.gained()).extracting(Page::story).containsExactly("s2");
    assertThat(counted.lost()).extracting(Page::story).containsExactly("s3");
    assertThat(counted.days().get(0).inForce()).isEqualTo(2);
  }

  private static WatchPages count(List<Alert> pages, List<Alert> inForce, Instant from) {
    Set<String> known = inForce.isEmpty() ? Set.of() : Set.of("ships");
    return new PageCount(from, Samples.minute(3 * DAY), pages, inForce, known).of("ships");
  }

  /** The latest of the story's articles, at the minute of its sequence. */
  private static EnrichedArticle article(
      String story, String articles, long sequence, String body) {
    return Samples.article(Samples.story(story, List.of(articles.split(" "))), sequence, body);
  }
}
