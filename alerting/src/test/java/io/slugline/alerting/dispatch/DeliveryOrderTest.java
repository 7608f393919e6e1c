package io.slugline.alerting.dispatch;

import static io.slugline.alerting.Alerts.opened;
import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Alerts;
import io.slugline.contract.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryOrderTest {
  private final Office office = new Office();

  @Test
  void theChangesOfAnAlertKeepTheirOrder() {
    office.desk.busy();
    Alert escalated = Alerts.change("s1", 2, Alert.Change.ESCALATED, true, minute(1));

    office.take(opened("s1", minute(1)), escalated).work().pass(Duration.ofSeconds(3));

    assertThat(office.desk.sent)
        .extracting(one -> one.first().change())
        .containsExactly(Alert.Change.OPENED, Alert.Change.OPENED, Alert.Change.ESCALATED);
  }

  @Test
  void theChangesOfAnAlertKeepTheirOrderAcrossAMergeOfItsStory() {
    office.desk.busy();
    Alert opened = opened("s1", minute(1));
    Alert merged = Alerts.escalatedIn("s2", opened, minute(1));

    office.take(opened, merged, opened("s2", minute(1))).work().pass(Duration.ofSeconds(3));

    assertThat(office.desk.sent)
        .filteredOn(one -> one.first().alert().equals(opened.alert()))
        .extracting(one -> one.first().change())
        .containsExactly(Alert.Change.OPENED, Alert.Change.OPENED, Alert.Change.ESCALATED);
    assertThat(office.waiting()).isEmpty();
  }
}
