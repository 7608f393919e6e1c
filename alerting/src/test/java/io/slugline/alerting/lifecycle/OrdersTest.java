package io.slugline.alerting.lifecycle;

import static io.slugline.alerting.Samples.action;
import static io.slugline.alerting.Samples.minute;
import static io.slugline.alerting.Samples.onAlert;
import static io.slugline.alerting.lifecycle.Desk.SHIPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Alert.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private final Desk desk = new Desk();
  private final Alert opened = desk.article("s1", "a1", SHIPS).get(0);

  @Test
  void anAcknowledgementIsSaidBesideTheStateAndCanBeGivenBack() {
    desk.order(action("x", Action.Kind.ACKNOWLEDGE, minute(2), target(), null));
    desk.order(action("x", Action.Kind.UNACKNOWLEDGE, minute(3), target(), null));

    assertThat(desk.told.get(1).change()).isEqualTo(Change.ACKNOWLEDGED);
    assertThat(desk.told.get(1).ack()).isEqualTo(new Alert.Acknowledgement("bob", null, null));
    assertThat(desk.told.get(2).ack()).isNull();
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void anAcknowledgedAlertComesBackWhenItsTimeIsOverAndItStillFires() {
    desk.order(action("x", Action.Kind.ACKNOWLEDGE, minute(2), target(), minute(60)));
    desk.restart();

    assertThat(desk.tick(59)).isEmpty();
    List<Alert> back = desk.tick(60);

    assertThat(back).hasSize(1);
    assertThat(back.get(0).page()).isTrue();
    assertThat(back.get(0).ack()).isNull();
    assertThat(back.get(0).reason()).isEqualTo("the acknowledgement by bob has ended");
    assertThat(desk.tick(61)).isEmpty();
  }

  @Test
  void anAcknowledgedAlertThatResolvedDoesNotComeBack() {
    desk.order(action("x", Action.Kind.ACKNOWLEDGE, minute(2), target(), minute(14 * 60)));

    desk.tick(13 * 60);

    assertThat(desk.tick(15 * 60)).isEmpty();
    assertThat(desk.pages()).isEqualTo(1);
  }

  @Test
  void aSilenceIsSaidOnTheAlertsItCoversUntilItEnds() {
    Action.Target watch = new Action.Target(null, "ships", null, null, null, null, null, null);

    desk.order(action("s", Action.Kind.SILENCE, minute(2), watch, minute(30)));
    desk.article("s1", "a1 a2", SHIPS);
    desk.tick(30);

    assertThat(desk.told).extracting(Alert::silence).containsExactly(null, "s", "s", null);
  }

  @Test
  void aSilenceOnAnAlertOutlivesTheMergeOfItsStory() {
    Action.Target story = new Action.Target(null, null, "s1", null, null, null, null, null);
    desk.order(action("s", Action.Kind.SILENCE, minute(2), story, null));

    desk.articleAfterMerge("s2", "s1", "a1 b1", SHIPS);

    assertThat(desk.told).extracting(Alert::silence).containsExactly(null, "s", "s", "s");
  }

  private Action.Target target() {
    return onAlert(opened.alert());
  }
}
