package io.slugline.alerting.dispatch;

import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Alerts;
import io.slugline.alerting.Samples;
import io.slugline.alerting.lifecycle.Lifecycle;
import io.slugline.alerting.lifecycle.Shelves;
import io.slugline.alerting.lifecycle.Touch;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.silence.Silences;
import io.slugline.alerting.watch.Match;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceEndsTest {
  private static final Routes ROUTES = new Routes(Set.of("desk"), "desk");

  private final Firing firing = new Firing();
  private final Silences silences = new Silences();
  private final SilenceEnds ends = new SilenceEnds(silences, firing);
  private final Lifecycle lifecycle =
      new Lifecycle(Shelves.inMemory(), silences, Duration.ofHours(2));

  @Test
  void aSilenceOfAStoryWithoutATimeEndsWhenTheStoryIsResolved() {
    article("s1", 1);
    order(silence("q", ofStory("s1"), null));
    order(Samples.tick(minute(60)));
    assertThat(ends.ordersAt(minute(60))).isEmpty();

    order(Samples.tick(minute(121)));
    List<Action> orders = ends.ordersAt(minute(121));

    assertThat(orders).extracting(Action::kind).containsExactly(Action.Kind.UNSILENCE);
    assertThat(orders).extracting(Action::id).containsExactly("q");
    order(orders.get(0));
    assertThat(ends.ordersAt(minute(122))).isEmpty();
  }

  @Test
  void aSilenceOfAWatchWithoutATimeLastsUntilAPersonEndsIt() {
    Action.Target ships = new Action.Target(null, "ships", null, null, null, null, null, null);
    article("s1", 1);
    order(silence("q", ships, null));

    order(Samples.tick(minute(121)));

    assertThat(ends.ordersAt(minute(121))).isEmpty();
  }

  @Test
  void beforeASilenceEndsWhatStillFiresIsToldOnceAndOnlyByItsDispatcher() {
    article("s1", 1);
    order(silence("q", ofStory("s1"), minute(60)));

    assertThat(warnings(49)).isEmpty();
    List<SilenceEnds.Warning> warnings = warnings(50);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).reason())
        .startsWith("the silence by bob ends at " + minute(60) + ", still firing: 1");
    assertThat(warnings.get(0).changes()).extracting(Change::receiver).containsExactly("desk");
    assertThat(warnings(51)).isEmpty();
    assertThat(new SilenceEnds(silences, firing).warningsAt(minute(51), alert -> false, ROUTES))
        .isEmpty();
  }

  @Test
  void nobodyIsToldOfASilenceThatCoversNothingOrIsHardlyLongerThanTheWarning() {
    article("s1", 1);
    order(silence("other", ofStory("s2"), minute(60)));
    order(silence("short", ofStory("s1"), minute(15)));

    assertThat(warnings(14)).isEmpty();
    assertThat(warnings(55)).isEmpty();
  }

  @Test
  void theWarningInterruptsNobodyAndIsInTheLog() {
    Office office = new Office();
    Change change = new Change(Alerts.opened("s1", minute(1)), "desk", Change.Place.NONE, null);
    Action silence = silence("q", ofStory("s1"), minute(60));

    office.warn(new SilenceEnds.Warning(silence, List.of(change))).work();

    assertThat(office.desk.sent).extracting(one -> one.page()).containsExactly(false);
    assertThat(office.desk.sent.get(0).reason()).startsWith("the silence by bob ends");
    assertThat(office.desk.sent.get(0).alerts()).noneMatch(one -> one.story().equals("s1"));
    assertThat(office.log).extracting(one -> one.page()).containsExactly(false);
  }

  private List<SilenceEnds.Warning> warnings(long minute) {
    return ends.warningsAt(minute(minute), alert -> true, ROUTES);
  }

  private void article(String story, long number) {
    var article =
        Samples.article(Samples.story(story, List.of("a" + number)), number, "A freighter.");
    take(Turn.of(Touch.of(article, List.of(new Match(Samples.ships(), List.of())))));
  }

  private void order(Action action) {
    take(Turn.of(action));
  }

  private void take(Turn turn) {
    List<Alert> told = lifecycle.take(turn);
    told.forEach(firing::take);
  }

  private static Action silence(String id, Action.Target target, @Nullable Instant until) {
    return Samples.action(id, Action.Kind.SILENCE, minute(2), target, until);
  }

  private static Action.Target ofStory(String story) {
    return new Action.Target(null, null, story, null, null, null, null, null);
  }
}
