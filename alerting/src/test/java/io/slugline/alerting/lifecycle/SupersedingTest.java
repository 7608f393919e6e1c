package io.slugline.alerting.lifecycle;

import static io.slugline.alerting.lifecycle.Desk.SHIPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Alert;
import io.slugline.contract.Alert.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a promoted replay says is an update to people, whatever it says. */
class SupersedingTest {
  private final Desk desk = new Desk();

  @Test
  void anAlertThatOnlyTheReplayFindsOpensWithoutAPageAndTheNextArticlePages() {
    desk.article("s1", "a1");

    List<Alert> opened = desk.superseded("s1", "s1", "a1", SHIPS);
    List<Alert> next = desk.article("s1", "a1 a2", SHIPS);

    assertThat(opened).extracting(Alert::change).containsExactly(Change.OPENED);
    assertThat(opened).noneMatch(Alert::page);
    assertThat(next).extracting(Alert::page).containsExactly(true);
  }

  @Test
  void anAlertThatTheReplayDoesNotFindResolvesAsSuperseded() {
    desk.article("s1", "a1", SHIPS);

    List<Alert> told = desk.superseded("s1", "s1", "a1");

    assertThat(told).extracting(Alert::change).containsExactly(Change.SUPERSEDED);
    assertThat(told.get(0).state()).isEqualTo(Alert.State.RESOLVED);
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void anArticleThatIsWithdrawnLeavesItsAlertAndTheLastOneResolvesIt() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);

    List<Alert> first = desk.withdrawn("s1", "a1", SHIPS);
    List<Alert> last = desk.withdrawn("s1", "a2", SHIPS);

    assertThat(first).extracting(Alert::change).containsExactly(Change.UPDATED);
    assertThat(first.get(0).evidence()).extracting(e -> e.article()).containsExactly("a2");
    assertThat(last).extracting(Alert::change).containsExactly(Change.SUPERSEDED);
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void anArticleThatMovedToAnotherStoryTakesItsEvidenceAlongAndPagesNobody() {
    desk.article("s1", "a1", SHIPS);
    desk.article("s1", "a1 a2", SHIPS);

    List<Alert> told = desk.superseded("s1", "s2", "a2", SHIPS);

    assertThat(told).extracting(Alert::change).containsExactly(Change.UPDATED, Change.OPENED);
    assertThat(told).extracting(Alert::story).containsExactly("s1", "s2");
    assertThat(told.get(0).evidence()).extracting(e -> e.article()).containsExactly("a1");
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void anArticleWhoseStoryBeforeIsUnknownIsFoundInIt() {
    desk.article("s1", "a1", SHIPS);

    List<Alert> told = desk.superseded(null, "s2", "a1", SHIPS);

    assertThat(told).extracting(Alert::change).containsExactly(Change.SUPERSEDED, Change.OPENED);
    assertThat(desk.pages()).isEqualTo(1);
  }
}
