package io.slugline.alerting.lifecycle;

import static io.slugline.alerting.lifecycle.Desk.SHIPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.slugline.alerting.Samples;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Alert.Change;
import io.slugline.contract.Evidence;
import io.slugline.contract.StoryChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeAndSplitTest {
  private final Desk desk = new Desk();

  @Test
  void anAlertFollowsItsStoryIntoTheOneThatGoesOn() {
    Alert opened = desk.article("s1", "a1", SHIPS).get(0);

    desk.articleAfterMerge("s2", "s1", "a1 b1 b2", SHIPS);
    desk.change(merged("s2", "s1"));
    desk.restart();
    desk.article("s2", "a1 b1 b2 b3", SHIPS);

    assertThat(desk.told).extracting(Alert::alert).containsOnly(opened.alert());
    assertThat(desk.told)
        .extracting(Alert::change)
        .containsExactly(Change.OPENED, Change.MERGED, Change.UPDATED, Change.UPDATED);
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void ofTwoAlertsTheEarliestSurvivesWithItsAcknowledgement() {
    Alert first = desk.article("s1", "a1", SHIPS).get(0);
    Alert second = desk.article("s2", "b1", SHIPS).get(0);
    desk.order(
        Samples.action(
            "ack",
            Action.Kind.ACKNOWLEDGE,
            Samples.minute(5),
            Samples.onAlert(first.alert()),
            null));

    List<Alert> told = desk.change(merged("s2", "s1"));

    assertThat(told).extracting(Alert::alert).containsExactly(second.alert(), first.alert());
    assertThat(told)
        .extracting(Alert::state)
        .containsExactly(Alert.State.RESOLVED, Alert.State.FIRING);
    assertThat(told).extracting(Alert::page).containsOnly(false);
    Alert survivor = told.get(1);
    assertThat(survivor.story()).isEqualTo("s2");
    assertThat(survivor.ack()).isNotNull();
    assertThat(survivor.evidence()).extracting(Evidence::article).containsExactly("a1", "b1");
  }

  @Test
  void anArticlePlacedBeforeTheMergeThatComesAfterItDoesNotPage() {
    Touch late = desk.touch("s1", "a1", SHIPS);
    desk.articleAfterMerge("s2", "s1", "a1 b1", SHIPS);

    desk.article("s1", "a1", SHIPS);

    assertThat(late.matches()).hasSize(1);
    assertThat(desk.pages()).isEqualTo(1);
    assertThat(desk.told).extracting(Alert::story).containsOnly("s2");
    assertThat(desk.told.get(1).articles()).containsExactly("a1", "b1");
  }

  @Test
  void aMergeOfStoriesWithoutAlertsStillLeadsTheWay() {
    desk.articleAfterMerge("s2", "s1", "a1 b1");

    desk.article("s1", "a1 a2", SHIPS);
    desk.article("s2", "a1 a2 b1 b2", SHIPS);

    assertThat(desk.pages()).isEqualTo(1);
    assertThat(desk.told).extracting(Alert::story).containsOnly("s2");
  }

  @Test
  void theOrderInWhichAMergeIsHeardOfChangesNothing() {
    Desk other = new Desk();
    for (Desk one : List.of(desk, other)) {
      one.article("s1", "a1", SHIPS);
      one.article("s2", "b1", SHIPS);
    }

    desk.change(merged("s2", "s1"));
    desk.articleAfterMerge("s2", "s1", "a1 b1 b2", SHIPS);
    other.articleAfterMerge("s2", "s1", "a1 b1 b2", SHIPS);
    other.change(merged("s2", "s1"));

    assertThat(desk.pages()).isEqualTo(2).isEqualTo(other.pages());
    Alert last = desk.told.get(desk.told.size() - 1);
    Alert otherLast = other.told.get(other.told.size() - 1);
    assertThat(last.alert()).isEqualTo(otherLast.alert());
    assertThat(last.articles()).isEqualTo(otherLast.articles());
    assertThat(last.evidence()).isEqualTo(otherLast.evidence());
  }

  @Test
  void aStorySplitOffThatMatchesPagesOnce() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);

    List<Alert> told =
        desk.change(Samples.change(StoryChange.Kind.SPLIT, "s9", List.of("s1"), List.of("a2")));
    desk.article("s9", "a2 a3", SHIPS);

    assertThat(told).extracting(Alert::change).containsExactly(Change.SPLIT, Change.UPDATED);
    assertThat(told).extracting(Alert::page).containsExactly(true, false);
    assertThat(told.get(0).evidence()).extracting(Evidence::article).containsExactly("a2");
    assertThat(told.get(1).evidence()).extracting(Evidence::article).containsExactly("a1");
    assertThat(desk.pages()).isEqualTo(2);
  }

  @Test
  void aPersonWhoSplitsIsNotPagedAboutIt() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);
    StoryChange byBob =
        new StoryChange(
            "s9",
            StoryChange.Kind.SPLIT,
            List.of("s1"),
            List.of("a2"),
            "two ships",
            "bob",
            Samples.minute(9),
            "eng",
            9,
            null,
            null);

    desk.change(byBob);
    desk.article("s9", "a2 a3", SHIPS);

    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aMergeThatASplitUndoesLeavesTwoStoriesAgain() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s2", "b1", SHIPS);
    desk.change(merged("s2", "s1"));

    desk.change(Samples.change(StoryChange.Kind.SPLIT, "s1", List.of("s2"), List.of("a1")));
    List<Alert> told = desk.article("s1", "a1 a2", SHIPS);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).story()).isEqualTo("s1");
    assertThat(told.get(0).page()).isFalse();
  }

  @Test
  void anAlertWhoseStoryIsSplitOffASecondTimeGoesOnWithItsNumbersAndPagesAnew() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);
    StoryChange split = Samples.change(StoryChange.Kind.SPLIT, "s2", List.of("s1"), List.of("a2"));
    desk.change(split);
    desk.change(merged("s1", "s2"));
    desk.restart();

    Alert again = desk.change(split).get(0);

    assertThat(again.page()).isTrue();
    assertThat(desk.told.stream().filter(one -> one.alert().equals(again.alert())))
        .extracting(Alert::change, Alert::version, Alert::pages)
        .containsExactly(
            tuple(Change.SPLIT, 1, 1), tuple(Change.MERGED, 2, 1), tuple(Change.SPLIT, 3, 2));
  }

  @Test
  void noTwoStoriesHaveAnAlertOfOneName() {
    Alert first = desk.article("s1", "a1", SHIPS).get(0);
    desk.article("s2", "b1", SHIPS);
    desk.change(merged("s2", "s1"));
    desk.restart();

    List<Alert> told =
        desk.change(Samples.change(StoryChange.Kind.SPLIT, "s1", List.of("s2"), List.of("a1")));

    assertThat(told).extracting(Alert::story).containsExactly("s1", "s2");
    assertThat(told.get(1).alert()).isEqualTo(first.alert());
    assertThat(told.get(0).alert()).isNotEqualTo(first.alert());
  }

  private static StoryChange merged(String survivor, String ended) {
    return Samples.change(StoryChange.Kind.MERGED, survivor, List.of(ended), List.of());
  }
}
