package io.slugline.alerting.silence;

import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Alerts;
import io.slugline.alerting.Samples;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilencesTest {
  private final Silences silences = new Silences();
  private final Alert alert = Alerts.opened("s1", minute(1));

  @Test
  void aSilenceCoversWhatAllOfItsTermsMean() {
    assertThat(isCovered(target("ships", null, null, null))).isTrue();
    assertThat(isCovered(target("arms", null, null, null))).isFalse();
    assertThat(isCovered(target(null, "s1", null, null))).isTrue();
    assertThat(isCovered(target("ships", "s2", null, null))).isFalse();
    assertThat(isCovered(target(null, null, "reuters", null))).isTrue();
    assertThat(isCovered(target(null, null, "bbc", null))).isFalse();
    assertThat(isCovered(target(null, null, null, Severity.WARNING))).isTrue();
    assertThat(isCovered(target(null, null, null, Severity.INFO))).isFalse();
  }

  @Test
  void aSilenceAboutNothingCoversNothing() {
    assertThat(isCovered(Action.Target.none())).isFalse();
  }

  @Test
  void aSilenceEndsByTimeOrByAPerson() {
    silence("a", target("ships", null, null, null), minute(30));

    assertThat(silences.covering(alert, minute(29))).isPresent();
    assertThat(silences.covering(alert, minute(30))).isEmpty();
    silences.take(
        Samples.action("a", Action.Kind.UNSILENCE, minute(5), Action.Target.none(), null));
    assertThat(silences.covering(alert, minute(6))).isEmpty();
  }

  private boolean isCovered(Action.Target target) {
    silence("one", target, null);
    return silences.covering(alert, minute(1)).isPresent();
  }

  private void silence(String id, Action.Target target, @Nullable Instant until) {
    silences.take(Samples.action(id, Action.Kind.SILENCE, minute(0), target, until));
  }

  private static Action.Target target(
      @Nullable String watch,
      @Nullable String story,
      @Nullable String source,
      @Nullable Severity severity) {
    return new Action.Target(null, watch, story, null, null, null, source, severity);
  }
}
