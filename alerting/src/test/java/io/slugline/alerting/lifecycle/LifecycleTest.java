package io.slugline.alerting.lifecycle;

import static io.slugline.alerting.Samples.minute;
import static io.slugline.alerting.lifecycle.Desk.SHADOW;
import static io.slugline.alerting.lifecycle.Desk.SHIPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Alert.Change;
import io.slugline.contract.Evidence;
import io.slugline.contract.Severity;
import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private final Desk desk = new Desk();

  @Test
  void theFirstMatchPagesAndFurtherOnesUpdate() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);
    desk.restart();
    desk.article("s1", "a1 a2 a3");

    assertThat(desk.told)
        .extracting(Alert::change)
        .containsExactly(Change.OPENED, Change.UPDATED, Change.UPDATED);
    assertThat(desk.pages()).isEqualTo(1);
    assertThat(desk.told.get(2).articles()).containsExactly("a1", "a2", "a3");
    assertThat(desk.told.get(2).evidence())
        .extracting(Evidence::article)
        .containsExactly("a1", "a2");
    assertThat(desk.told.get(2).sources()).containsExactly("outlet-a1", "outlet-a2");
  }

  @Test
  void aStoryWithoutATitleIsToldByTheQuoteThatMadeItFire() {
    StorySnapshot untitled =
        new StorySnapshot(
            "s1", "", null, minute(0), minute(0), List.of("a1"), 1, 1, 1, List.of(), null);

    desk.article(untitled, SHIPS);

    assertThat(desk.told.get(0).headline()).isEqualTo("A freighter docked.");
  }

  @Test
  void anArticleOfAStoryWithoutAlertsIsNotRemembered() {
    desk.article("s1", "a1");

    assertThat(desk.told).isEmpty();
    assertThat(desk.shelf.size()).isZero();
  }

  @Test
  void twoWatchesOnOneStoryAreTwoAlerts() {
    Watch arms = Samples.watch("arms", Severity.CRITICAL, WatchState.LIVE, "arms");

    List<Alert> told = desk.article("s1", "a1", SHIPS, arms);

    assertThat(told).extracting(Alert::watch).containsExactly("ships", "arms");
    assertThat(told).extracting(Alert::alert).doesNotHaveDuplicates();
  }

  @Test
  void aShadowWatchRecordsAndNeverPages() {
    desk.article("s1", "a1", SHADOW);

    assertThat(desk.told.get(0).shadow()).isTrue();
    assertThat(desk.told.get(0).pages()).isZero();
    assertThat(desk.pages()).isZero();
  }

  @Test
  void aShadowWatchThatIsPromotedPagesWithItsNextMatch() {
    desk.article("s1", "a1", SHADOW);
    Watch promoted = Samples.watch("shadow", Severity.WARNING, WatchState.LIVE, "freighter");

    desk.article("s1", "a1 a2", promoted);
    desk.article("s1", "a1 a2 a3", promoted);

    assertThat(desk.told).extracting(Alert::page).containsExactly(false, true, false);
  }

  @Test
  void aBackfillNeverPagesButTheFirstLiveMatchAfterItDoes() {
    desk.backfilled("s1", "a1", SHIPS);
    desk.backfilled("s1", "a1 a2", SHIPS);
    desk.article("s1", "a1 a2 a3", SHIPS);

    assertThat(desk.told).extracting(Alert::page).containsExactly(false, false, true);
    assertThat(desk.told).extracting(Alert::backfill).containsExactly(true, true, false);
  }

  @Test
  void aHigherSeverityPagesOnceAndTheFirstOneIsKept() {
    Watch critical = Samples.watch("ships", Severity.CRITICAL, WatchState.LIVE, "freighter");
    desk.article("s1", "a1", SHIPS);

    desk.article("s1", "a1 a2", critical);
    desk.article("s1", "a1 a2 a3", SHIPS);
    desk.article("s1", "a1 a2 a3 a4", critical);

    assertThat(desk.told)
        .extracting(Alert::change)
        .containsExactly(Change.OPENED, Change.ESCALATED, Change.UPDATED, Change.UPDATED);
    assertThat(desk.pages()).isEqualTo(2);
    assertThat(desk.told.get(3).firstSeverity()).isEqualTo(Severity.WARNING);
    assertThat(desk.told.get(1).reason())
        .isEqualTo(
            "severity rose from warning to critical; since the last page 1 more article, 1 more"
                + " independent outlet");
  }

  @Test
  void quietTimeCountsFromTheLastMatchAndAMatchAfterItReopensAsAnUpdate() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2");

    assertThat(desk.tick(12 * 60)).isEmpty();
    List<Alert> resolved = desk.tick(12 * 60 + 1);
    desk.restart();
    List<Alert> reopened = desk.article("s1", "a1 a2 a3", SHIPS);

    assertThat(resolved).extracting(Alert::change).containsExactly(Change.RESOLVED);
    assertThat(reopened).extracting(Alert::change).containsExactly(Change.REOPENED);
    assertThat(reopened.get(0).state()).isEqualTo(Alert.State.FIRING);
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aResolvedAlertIsQuietAboutArticlesThatDoNotMatch() {
    desk.article("s1", "a1", SHIPS);
    desk.tick(13 * 60);

    assertThat(desk.article("s1", "a1 a2")).isEmpty();
  }

  @Test
  void aStoryThatIsClosedIsForgottenOnceItsAlertsAreResolved() {
    desk.article("s1", "a1", SHIPS);
    desk.change(Samples.change(StoryChange.Kind.CLOSED, "s1", List.of(), List.of()));
    desk.tick(10);

    assertThat(desk.shelf.size()).isEqualTo(1);
    desk.tick(13 * 60);

    assertThat(desk.shelf.size()).isZero();
  }

  @Test
  void theAlertOfAStoryKnownInAnotherLanguageNamesTheFirstOneAndPagesForItself() {
    desk.article("s1", "a1", SHIPS);

    desk.change(Samples.change(StoryChange.Kind.LINKED, "s1", List.of("d7"), List.of(), 0));

    assertThat(desk.told.get(1).reason()).endsWith("same happening as story d7");
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aLinkThatComesBeforeTheFirstMatchIsNotForgotten() {
    desk.change(Samples.change(StoryChange.Kind.LINKED, "s1", List.of("d7"), List.of(), 0));

    desk.article("s1", "a1", SHIPS);

    assertThat(desk.told.get(0).reason()).endsWith("same happening as story d7");
    assertThat(desk.told.get(0).page()).isTrue();
  }

  @Test
  void aRevisionReplacesTheEvidenceOfItsArticle() {
    desk.article("s1", "a1", SHIPS);

    desk.revised("s1", "a1", SHIPS);

    assertThat(desk.told.get(1).evidence()).hasSize(1);
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aMatchThatIsWithdrawnLeavesTheAlertFiringMarkedAsRetracted() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);

    desk.revised("s1", "a1 a2");
    desk.revised("s1", "a2 a1");

    assertThat(desk.told)
        .extracting(Alert::change)
        .containsExactly(Change.OPENED, Change.UPDATED, Change.UPDATED, Change.RETRACTED);
    assertThat(desk.told.get(3).state()).isEqualTo(Alert.State.FIRING);
    assertThat(desk.told.get(3).evidence()).isEmpty();
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aRevisionThatMatchesForTheFirstTimePagesOnce() {
    desk.article("s1", "a1");

    desk.revised("s1", "a1", SHIPS);
    desk.revised("s1", "a1", SHIPS);

    assertThat(desk.told).extracting(Alert::page).containsExactly(true, false);
  }

  @Test
  void anErasedArticleLeavesTheEvidence() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);
    Action.Target article = new Action.Target(null, null, null, null, "a1", null, null, null);

    desk.order(Samples.action("f1", Action.Kind.FORGET, minute(9), article, null));
    desk.article("s1", "a1 a2 a3", SHIPS);

    assertThat(desk.told.get(2).evidence()).extracting(Evidence::article).containsExactly("a2");
    assertThat(desk.told.get(2).articles()).containsExactly("a2");
    assertThat(desk.told.get(2).headline()).isEqualTo(desk.told.get(2).evidence().get(0).quote());
    assertThat(desk.told.get(3).evidence())
        .extracting(Evidence::article)
        .containsExactly("a2", "a3");
  }

  @Test
  void evidenceIsKeptOfTheLatestFiftyArticlesThatMatched() {
    StringBuilder articles = new StringBuilder("a1");
    desk.article("s1", articles.toString(), SHIPS);
    for (int i = 2; i <= 60; i++) desk.article("s1", articles.append(" a" + i).toString(), SHIPS);

    Alert last = desk.told.get(desk.told.size() - 1);
    assertThat(last.evidence()).hasSize(50);
    assertThat(last.evidence().get(0).article()).isEqualTo("a11");
    assertThat(last.firedAt()).isEqualTo(minute(1));
  }
}
