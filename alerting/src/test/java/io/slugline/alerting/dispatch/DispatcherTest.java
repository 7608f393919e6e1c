package io.slugline.alerting.dispatch;

import static io.slugline.alerting.Alerts.opened;
import static io.slugline.alerting.Alerts.updated;
import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Alerts;
import io.slugline.alerting.Samples;
import io.slugline.alerting.receiver.Attempt;
import io.slugline.alerting.receiver.Notification;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private final Office office = new Office();

  @Test
  void aPageIsDeliveredAndWrittenDown() {
    office.take(opened("s1", minute(1))).work();

    assertThat(office.desk.stories()).isEqualTo("s1");
    assertThat(office.outcomes()).containsExactly("s1 delivered");
    assertThat(office.progress.takeMoved()).isEqualTo(Map.of(0, 1L));
  }

  @Test
  void eachOneThatIsWithheldCarriesTheFirstGateThatStoppedIt() {
    office.silences.take(
        Samples.action(
            "s", Action.Kind.SILENCE, minute(0), Samples.onAlert("alert-s3"), minute(90)));

    office
        .take(Alerts.shadow("s1", minute(1)), updated("s2", 2, minute(1)), opened("s3", minute(1)))
        .work();

    assertThat(office.outcomes())
        .containsExactly("s1 withheld shadow", "s2 withheld update", "s3 withheld silence");
    assertThat(office.desk.sent).isEmpty();
    assertThat(office.progress.waiting()).isZero();
  }

  @Test
  void theSamePageIsSentOnceHoweverOftenItsRecordIsMadeAgain() {
    office.take(opened("s1", minute(1))).work();
    office.take(opened("s1", minute(1))).work();

    assertThat(office.desk.sent).hasSize(1);
    assertThat(office.log).hasSize(1);
    assertThat(office.count("withheld")).isEqualTo(1);
    assertThat(office.progress.waiting()).isZero();
  }

  @Test
  void afterARestartTheLogSaysWhatWasSent() {
    office.take(opened("s1", minute(1)), opened("s2", minute(1)));
    office.desk.next(new Attempt.Delivered()).busy();
    office.work();

    Office next = new Office(office.log);
    next.take(opened("s1", minute(1)), opened("s2", minute(1))).work();

    assertThat(next.desk.stories()).isEqualTo("s2");
    assertThat(next.desk.sent.get(0).id()).isEqualTo(office.desk.sent.get(1).id());
  }

  @Test
  void anAlertThatNoRouteTakesGoesToTheFallback() {
    Alert lost = to("nobody", opened("s1", minute(1)));

    office.take(lost).work();

    assertThat(office.last.stories()).isEqualTo("s1");
  }

  @Test
  void aPageThatItsReceiverRefusesGoesToTheFallback() {
    office.desk.refuses();

    office.take(opened("s1", minute(1)), opened("s2", minute(1))).work();

    assertThat(office.desk.stories()).isEqualTo("s1 s2");
    assertThat(office.last.stories()).isEqualTo("s1");
    assertThat(office.outcomes())
        .containsExactlyInAnyOrder("s1 refused", "s1 delivered", "s2 delivered");
    assertThat(office.progress.waiting()).isZero();
  }

  @Test
  void aFailureIsTriedAgainWithTheSameIdLaterAndLater() {
    office.desk.busy().busy();

    office.take(opened("s1", minute(1))).work().pass(Duration.ofSeconds(5));

    assertThat(office.desk.sent).hasSize(3);
    assertThat(office.desk.sent).extracting(Notification::id).containsOnly(office.log.get(0).id());
    assertThat(office.log).extracting(Delivery::attempt).containsExactly(1, 2, 3);
    assertThat(office.outcomes())
        .containsExactly("s1 retry-later", "s1 retry-later", "s1 delivered");
  }

  @Test
  void aReceiverThatSaysWhenIsNotAskedEarlier() {
    office.desk.next(new Attempt.RetryLater("busy", Duration.ofSeconds(40)));

    office.take(opened("s1", minute(1))).work().pass(Duration.ofSeconds(39));
    assertThat(office.desk.sent).hasSize(1);
    office.pass(Duration.ofSeconds(2));

    assertThat(office.desk.sent).hasSize(2);
  }

  @Test
  void aDeadReceiverHoldsUpNoOther() {
    office.desk.dead(true);
    Alert other = to("last", opened("s2", minute(1)));

    office.take(opened("s1", minute(1)), other).work();

    assertThat(office.last.stories()).isEqualTo("s2");
    assertThat(office.waiting()).hasSize(1);
    assertThat(office.progress.takeMoved()).isEqualTo(Map.of(0, 0L));
  }

  @Test
  void aDeadReceiverIsTriedLessAndLessWhateverIsThereForIt() {
    office.desk.dead(true);
    for (int story = 0; story < 50; story++) office.take(opened("s" + story, minute(1)));

    office.work().pass(Duration.ofMinutes(10));
    assertThat(office.desk.sent).hasSizeLessThan(20);
    office.desk.dead(false);
    office.pass(Duration.ofMinutes(5));

    assertThat(office.log)
        .filteredOn(delivery -> delivery.outcome() == Delivery.Outcome.DELIVERED)
        .extracting(Delivery::story)
        .doesNotHaveDuplicates()
        .hasSize(50);
  }

  @Test
  void oneAlertThatAReceiverChokesOnHoldsUpNoOther() {
    office.desk.busy();

    office.take(opened("s1", minute(1)), opened("s2", minute(1)), opened("s3", minute(1))).work();

    assertThat(office.desk.stories()).isEqualTo("s1 s2 s3");
    office.pass(Duration.ofSeconds(2));
    assertThat(office.desk.stories()).isEqualTo("s1 s2 s3 s1");
  }

  @Test
  void afterAnOutageOneSummaryTakesThePlaceOfManyPages() {
    office.clock.advance(Duration.ofHours(3));
    for (int story = 0; story < 30; story++) office.take(opened("s" + story, minute(2)));
    office.take(opened("now", minute(181)));

    office.work().pass(Duration.ofSeconds(10));

    assertThat(office.desk.sent).hasSize(2);
    assertThat(office.desk.sent.get(0).alerts()).extracting(Alert::story).containsExactly("now");
    Notification summary = office.desk.sent.get(1);
    assertThat(summary.kind()).isEqualTo(Notification.Kind.CATCH_UP);
    assertThat(summary.alerts()).hasSize(30);
    assertThat(office.count("withheld")).isEqualTo(30);
    assertThat(office.progress.waiting()).isZero();
  }

  @Test
  void pagesThatGotTooOldWhileTheReceiverWasDeadBecomeOneSummary() {
    office.desk.dead(true);
    for (int story = 0; story < 10; story++) office.take(opened("s" + story, minute(1)));
    office.work().pass(Duration.ofMinutes(75));
    office.desk.dead(false);
    office.desk.sent.clear();

    office.pass(Duration.ofMinutes(10));

    assertThat(office.desk.sent).hasSize(1);
    assertThat(office.desk.sent.get(0).alerts()).hasSize(10);
    assertThat(office.waiting()).isEmpty();
  }

  @Test
  void aSummaryThatARestartInterruptsHasTheSameId() {
    office.clock.advance(Duration.ofHours(3));
    office.desk.busy();
    office.take(opened("s1", minute(2)), opened("s2", minute(2)));
    office.work().pass(Duration.ofSeconds(5));

    Office next = new Office(office.log);
    next.clock.advance(Duration.ofHours(3));
    next.take(opened("s1", minute(2)), opened("s2", minute(2)), opened("s3", minute(2)));
    next.work().pass(Duration.ofSeconds(6));

    assertThat(next.desk.sent.get(0).id()).isEqualTo(office.desk.sent.get(0).id());
  }

  @Test
  void thePagesOfSeveralWatchesOnOneStoryShareANotification() {
    office
        .take(opened("s1", minute(1)), Alerts.openedBy("arms", "s1", minute(1)))
        .take(opened("s2", minute(1)))
        .work();

    assertThat(office.desk.stories()).isEqualTo("s1+s1 s2");
    assertThat(office.desk.sent.get(0).reason())
        .isEqualTo("2 watches on one story: Ships, first match; Ships, first match");
    assertThat(office.log).extracting(Delivery::id).doesNotHaveDuplicates().hasSize(3);
    assertThat(office.log.get(0).alerts()).containsExactly("alert-s1", "alert-arms-s1");
    assertThat(office.count("delivered")).isEqualTo(3);
    assertThat(office.progress.waiting()).isZero();
  }

  @Test
  void anIncidentThatARestartInterruptsHasTheSameId() {
    Alert[] incident = {opened("s1", minute(1)), Alerts.openedBy("arms", "s1", minute(1))};
    office.desk.busy();
    office.take(incident).work();

    Office next = new Office(office.log);
    next.take(incident).work();

    assertThat(next.desk.sent.get(0).id()).isEqualTo(office.desk.sent.get(0).id());
  }

  @Test
  void aReceiverIsToldThatAllIsWellWithoutALineInTheLog() {
    office.beat("desk");
    office.work();

    assertThat(office.desk.sent).hasSize(1);
    assertThat(office.desk.sent.get(0).kind()).isEqualTo(Notification.Kind.HEARTBEAT);
    assertThat(office.log).isEmpty();
  }

  @Test
  void whatIsReadIsDeliveredWithheldRefusedOrWaits() {
    office.desk.refuses().busy();
    office.last.busy();

    office
        .take(opened("s1", minute(1)), opened("s2", minute(1)), opened("s3", minute(1)))
        .take(updated("s1", 2, minute(1)), opened("s3", minute(1)))
        .work();

    double ended = office.count("delivered") + office.count("withheld") + office.count("refused");
    assertThat(office.counted("read") + office.counted("rerouted"))
        .isEqualTo(ended + office.waiting().size());
    assertThat(office.waiting()).isNotEmpty();
  }

  private static Alert to(String receiver, Alert alert) {
    return new Alert(
        alert.alert(),
        1,
        alert.change(),
        alert.page(),
        alert.watch(),
        alert.watchTitle(),
        1,
        alert.story(),
        alert.state(),
        alert.severity(),
        receiver,
        1,
        false,
        null,
        null,
        alert.articles(),
        1,
        1,
        1,
        alert.headline(),
        null,
        alert.evidence(),
        alert.firedAt(),
        alert.changedAt(),
        false,
        alert.firstSeverity(),
        alert.sources(),
        alert.reason());
  }
}
