package io.slugline.alerting.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
  private Instant now = Samples.START;
  private final LoginLimit limit =
      new LoginLimit(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  @Test
  void afterFiveWrongPasswordsOneIsTriedEachMinute() {
    for (int i = 0; i < 4; i++) limit.failed("ann", "10.0.0." + i);
    assertThat(limit.wait("ann", "10.0.0.9")).isZero();

    limit.failed("ann", "10.0.0.9");

    assertThat(limit.wait("ann", "10.0.0.10")).isEqualTo(Duration.ofMinutes(1));
    assertThat(limit.wait("bob", "10.0.0.10")).isZero();
  }

  @Test
  void anAddressThatTriesManyNamesWaitsToo() {
    for (int i = 0; i < 5; i++) limit.failed("name" + i, "10.0.0.1");

    assertThat(limit.wait("ann", "10.0.0.1")).isPositive();
  }

  @Test
  void theRightPasswordClearsTheNameAndTimeClearsTheAddress() {
    for (int i = 0; i < 5; i++) limit.failed("ann", "10.0.0.1");

    limit.succeeded("ann");

    assertThat(limit.wait("ann", "10.0.0.2")).isZero();
    assertThat(limit.wait("ann", "10.0.0.1")).isPositive();
    now = now.plus(Duration.ofMinutes(16));
    limit.failed("ann", "10.0.0.1");
    assertThat(limit.wait("ann", "10.0.0.1")).isZero();
  }
}
