package io.slugline.alerting.dispatch;

import static io.slugline.alerting.Alerts.opened;
import static io.slugline.alerting.Alerts.updated;
import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Trace;
import org.junit.jupiter.api.Test;

class TracesTest {
  private final Office office = new Office();

  @Test
  void whatIsWrittenOfADeliveryStandsInTheTraceOfItsArticle() {
    Trace trace = Trace.ofArticle("f-0");

    office.take(opened("s1", minute(1)), trace).take(updated("s2", 2, minute(1)), trace).work();

    assertThat(office.traces).containsExactly(trace, trace);
    assertThat(office.desk.sent.get(0).trace()).isEqualTo(trace);
  }
}
