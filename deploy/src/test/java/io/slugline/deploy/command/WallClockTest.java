package io.slugline.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WallClockTest {
  private final AtomicLong millis = new AtomicLong(1_000_000);
  private final AtomicLong nanos = new AtomicLong();
  private final WallClock clock = new WallClock(millis::get, nanos::get);

  @Test
  void aClockThatGoesOnOrIsPutAheadIsNoProblem() {
    assertThat(clock.problem()).isEmpty();
    pass(5_000, 5_000);
    assertThat(clock.problem()).isEmpty();
    pass(1_000, 3_600_000);
    assertThat(clock.problem()).isEmpty();
  }

  @Test
  void oneThatIsPutBackIsAndStaysSo() {
    assertThat(clock.problem()).isEmpty();
    pass(1_000, -3_599_000);
    assertThat(clock.problem()).hasValueSatisfying(said -> assertThat(said).contains("3600 s"));
    pass(60_000, 60_000);
    assertThat(clock.problem()).isPresent();
  }

  @Test
  void aSmallStepBackIsNot() {
    assertThat(clock.problem()).isEmpty();
    pass(1_000, -20_000);
    assertThat(clock.problem()).isEmpty();
  }

  private void pass(long realMillis, long shownMillis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(realMillis));
    millis.addAndGet(shownMillis);
  }
}
