package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.watch.index.Verdict;
import io.slugline.alerting.watch.index.Verdict.Outcome;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ExplainTest {

  @Test
  void aNearThatFailsTellsHowFarTheNearestWas() {
    Explanation why = explain("port NEAR/2 vessel", "The port had four big white vessels.");

    assertThat(why.matched()).isFalse();
    assertThat(failed(why).note())
        .isEqualTo("needs vessel within 2 words of port; nearest is 4 words away");
  }

  @Test
  void theFirstClauseThatFailedIsNamedAndWhatComesBehindItIsNotReached() {
    Explanation why = explain("port AND crane AND ship", "The port had a ship.");

    assertThat(failed(why).clause()).isEqualTo("crane");
    assertThat(why.tree().parts())
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.TRUE, Outcome.FALSE, Outcome.NOT_REACHED);
  }

  @Test
  void aNotThatFailsShowsWhatIsThere() {
    Explanation why = explain("port NOT cruise", "The cruise left port.");

    assertThat(failed(why).clause()).isEqualTo("NOT cruise");
    assertThat(failed(why).parts().get(0).places()).hasSize(1);
  }

  @Test
  void aWordInTheOtherFieldIsToldApartFromAMissingOne() {
    assertThat(failed(explain("title:port", "A port.")).note())
        .isEqualTo("stands only in the body");
    assertThat(failed(explain("title:crane", "A port.")).note()).isEqualTo("is not there");
  }

  @Test
  void aMatchHasEvidenceAndNoFailure() {
    Explanation why = explain("port", "A port.");

    assertThat(why.matched()).isTrue();
    assertThat(why.failed()).isNull();
    assertThat(why.evidence()).hasSize(1);
  }

  private static Verdict failed(Explanation why) {
    return Objects.requireNonNull(why.failed());
  }

  private static Explanation explain(String query, String body) {
    return Monitor.explain(WatchSamples.watch("w", query), WatchSamples.article("x", body));
  }
}
