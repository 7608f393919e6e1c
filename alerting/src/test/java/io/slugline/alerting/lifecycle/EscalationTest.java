package io.slugline.alerting.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import io.slugline.contract.Alert;
import io.slugline.contract.Alert.Change;
import io.slugline.contract.Severity;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationTest {
  private final Desk desk = new Desk();

  @Test
  void soManyIndependentOutletsPageOnceAndReprintsDoNotCount() {
    Watch watch = with(new Watch.Escalate(true, 3, 0, false));
    desk.article(story(1), watch);
    desk.article(story(2), watch);
    desk.article(story(2), watch);
    desk.article(story(3), watch);
    desk.article(story(4), watch);

    assertThat(desk.told)
        .extracting(Alert::change)
        .containsExactly(
            Change.OPENED, Change.UPDATED, Change.UPDATED, Change.ESCALATED, Change.UPDATED);
    assertThat(desk.told.get(3).reason())
        .startsWith("the story has 3 independent outlets; since the last page 2 more");
  }

  @Test
  void aNewNameInTheEvidencePagesAndAShorterFormOfAKnownOneDoesNot() {
    Watch watch = with(new Watch.Escalate(true, 0, 0, true));
    desk.named("s1", "a1", List.of("Kim Jong Un"), watch);
    desk.named("s1", "a1 a2", List.of("Kim"), watch);
    desk.named("s1", "a1 a2 a3", List.of("Kim", "Rason"), watch);
    desk.named("s1", "a1 a2 a3 a4", List.of("Rason"), watch);

    assertThat(desk.told).extracting(Alert::page).containsExactly(true, false, true, false);
    assertThat(desk.told.get(2).reason()).startsWith("the evidence names Rason");
  }

  @Test
  void withoutASettingNeitherOutletsNorNamesPageAndSeverityCanBeTurnedOff() {
    Watch severe =
        new Watch(
            "ships",
            "Ships",
            Severity.CRITICAL,
            "desk",
            WatchState.LIVE,
            "freighter",
            new Watch.Examples(List.of(), List.of()),
            2,
            "ann",
            Samples.START,
            null,
            new Watch.Escalate(false, 0, 0, false),
            null,
            null);
    desk.article(story(1), Desk.SHIPS);
    desk.article(story(9), Desk.SHIPS);
    desk.named("s1", "a1 a2 a3", List.of("Rason"), Desk.SHIPS);
    desk.article(story(9), severe);

    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aSurgeAgainstItsOwnUsualRateIsToldOnceWhenItBegins() {
    Pace pace = Pace.from(Samples.START);
    for (int hour = 0; hour < 48; hour++) pace = matched(pace, "day" + hour, hour * 60);

    Pace one = matched(pace, "x1", 48 * 60 + 1);
    Pace three = matched(matched(one, "x2", 48 * 60 + 2), "x3", 48 * 60 + 3);
    Pace five = matched(matched(three, "x4", 48 * 60 + 4), "x5", 48 * 60 + 5);
    Pace over = matched(five, "y", 51 * 60);

    assertThat(one.surging()).isFalse();
    assertThat(three.surging()).isFalse();
    assertThat(five.surging()).isTrue();
    assertThat(five.inWords()).isEqualTo("5 stories in an hour, usually 1.0");
    assertThat(over.surging()).isFalse();
  }

  @Test
  void beforeADayIsLearnedNothingIsASurge() {
    Pace pace = Pace.from(Samples.START);
    for (int i = 0; i < 50; i++) pace = matched(pace, "s" + i, i % 60);

    assertThat(pace.surging()).isFalse();
  }

  private static Pace matched(Pace pace, String story, int minute) {
    Instant at = Samples.START.plus(Duration.ofMinutes(minute));
    return pace.matched(story, at, 3);
  }

  private static Watch with(Watch.Escalate steps) {
    Watch ships = Samples.ships();
    return new Watch(
        ships.id(),
        ships.title(),
        ships.severity(),
        ships.receiver(),
        ships.state(),
        ships.query(),
        ships.examples(),
        ships.version(),
        ships.author(),
        ships.effectiveFrom(),
        null,
        steps,
        null,
        null);
  }

  private static StorySnapshot story(int copies) {
    return new StorySnapshot(
        "s1",
        "Title",
        null,
        Samples.START,
        Samples.START,
        List.of("a" + copies),
        copies,
        copies,
        copies,
        List.of(),
        null);
  }
}
