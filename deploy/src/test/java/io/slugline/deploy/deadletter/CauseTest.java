package io.slugline.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CauseTest {

  @Test
  void whatDiffersFromCaseToCaseIsLeftOut() {
    Cause one = cause("x.y.Broken", "cannot read 'a' at articles.raw/2@1841 of 0af3c94d11-7", "");
    Cause other = cause("x.y.Broken", "cannot read 'b' at articles.raw/0@3 of 99f3c94d1100-12", "");

    assertThat(other).isEqualTo(one);
    assertThat(one.words()).isEqualTo("Broken: cannot read '…' at articles.raw/#@# of #");
  }

  @Test
  void theInnermostExceptionIsTheCause() {
    String trace =
        "a.Outer: x\n\tat y\nCaused by: b.Middle: y\n\tat z\nCaused by: c.Inner: no disk\n";

    assertThat(cause("a.Outer", "x", trace).words()).isEqualTo("Inner: no disk");
  }

  @Test
  void otherWordsAreAnotherCause() {
    assertThat(cause("x.Broken", "no text", "").group())
        .isNotEqualTo(cause("x.Broken", "no title", "").group());
  }

  private static Cause cause(String exception, String message, String trace) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(DeadLetter.ERRORS + "exception", exception.getBytes(StandardCharsets.UTF_8));
    headers.add(DeadLetter.ERRORS + "message", message.getBytes(StandardCharsets.UTF_8));
    headers.add(DeadLetter.ERRORS + "stacktrace", trace.getBytes(StandardCharsets.UTF_8));
    return new DeadLetter("0@1", Instant.EPOCH, "k", new byte[0], headers, null, null).cause();
  }
}
