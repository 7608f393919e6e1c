package io.slugline.alerting.dispatch;

import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Alerts;
import io.slugline.alerting.Samples;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MutedTest {
  private final Muted muted = new Muted();
  private final Firing firing = new Firing();
  private final Silences silences = new Silences();

  @BeforeEach
  void silenceTheWatch() {
    silences.take(
        Samples.action(
            "s",
            Action.Kind.SILENCE,
            minute(0),
            new Action.Target(null, "ships", null, null, null, null, null, null),
            minute(30)));
    for (String story : List.of("s1", "s2")) {
      firing.take(Alerts.opened(story, minute(1)));
      muted.take(delivery("alert-" + story, Delivery.Outcome.WITHHELD));
    }
  }

  @Test
  void whatStillFiresWhenASilenceEndsIsTakenOutOnce() {
    firing.take(Alerts.change("s2", 2, Alert.Change.RESOLVED, false, minute(9)));

    assertThat(free(29)).isEmpty();
    Map<String, List<Change>> free = free(30);

    assertThat(free).containsOnlyKeys("desk");
    assertThat(free.get("desk")).extracting(change -> change.alert().story()).containsExactly("s1");
    assertThat(free(31)).isEmpty();
  }

  @Test
  void whatWasToldAfterTheSilenceIsNotToldAgainAfterARestart() {
    muted.take(delivery("alert-s1", Delivery.Outcome.DELIVERED));

    assertThat(free(30).get("desk"))
        .extracting(change -> change.alert().story())
        .containsExactly("s2");
  }

  @Test
  void anotherDispatchersAlertsAreLeftToIt() {
    assertThat(muted.takeFree(firing, silences, "alert-s2"::equals, minute(30)).get("desk"))
        .extracting(change -> change.alert().story())
        .containsExactly("s2");
    assertThat(free(30).get("desk")).hasSize(1);
  }

  private Map<String, List<Change>> free(long minute) {
    return muted.takeFree(firing, silences, alert -> true, minute(minute));
  }

  private static Delivery delivery(String alert, Delivery.Outcome outcome) {
    boolean withheld = outcome == Delivery.Outcome.WITHHELD;
    return new Delivery(
        "d-" + alert,
        List.of(alert),
        "ships",
        "s",
        Alert.Change.OPENED,
        true,
        "desk",
        outcome,
        withheld ? "silence" : null,
        null,
        0,
        minute(1));
  }
}
