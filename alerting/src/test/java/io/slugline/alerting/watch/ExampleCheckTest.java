package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleCheckTest {
  private static final String LIST =
      """
      watches:
        - id: ships
          title: Ships
          severity: info
          receiver: desk
          state: %s
          query: freighter
          examples:
            must-hit:
              - A freighter docked.
              - A ferry docked.
            must-miss: ["A freighter sank."]
      """;

  private final ExampleCheck check =
      new ExampleCheck(
          text -> Optional.of(Samples.article(Samples.story("s", List.of("a")), 1, text)));

  @Test
  void eachExampleOfALiveWatchThatIsAnsweredWronglyIsToldWithItsPlace() {
    List<Problem> problems = check.problems(LIST.formatted("live"));

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "line 11, column 11: ships: misses what it must hit: A ferry docked.",
            "line 12, column 19: ships: hits what it must miss: A freighter sank.");
  }

  @Test
  void draftsAndShadowsMayFailTheirExamples() {
    assertThat(check.problems(LIST.formatted("draft"))).isEmpty();
    assertThat(check.problems(LIST.formatted("shadow"))).isEmpty();
  }
}
