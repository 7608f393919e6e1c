package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchListTest {
  private static final String GOOD =
      """
      watches:
        - id: port-activity
          title: Ports
          severity: warning
          receiver: desk
          query: |
            port
            AND ship
          examples:
            must-hit: ["A ship in port."]
      """;

  @Test
  void aWatchWithoutAStateIsLive() {
    List<Watch> watches = WatchList.read(GOOD, "ann", WatchSamples.NOON);

    assertThat(watches).hasSize(1);
    assertThat(watches.get(0).state()).isEqualTo(WatchState.LIVE);
    assertThat(watches.get(0).author()).isEqualTo("ann");
    assertThat(watches.get(0).examples().mustHit()).containsExactly("A ship in port.");
  }

  @Test
  void aWatchSaysWhenAFurtherMatchPagesAgain() {
    String steps = "    escalate: {outlets: 5, surge: 2.5, entity: true}\n";
    String bad = "    escalate: {outlets: 1.5, surge: x, entity: maybe, words: 3}\n";

    List<Watch> watches = WatchList.read(GOOD + steps, "ann", WatchSamples.NOON);

    assertThat(watches.get(0).steps()).isEqualTo(new Watch.Escalate(true, 5, 2.5, true));
    assertThat(WatchList.read(GOOD, "ann", WatchSamples.NOON).get(0).steps())
        .isEqualTo(new Watch.Escalate(true, 0, 0, false));
    assertThat(WatchList.lint(GOOD + bad, id -> true).stream().filter(Problem::isError))
        .extracting(problem -> problem.line() + ":" + problem.column())
        .containsExactlyInAnyOrder("11:25", "11:37", "11:48", "11:55");
  }

  @Test
  void everyProblemIsToldAtOnceWithItsPlace() {
    String bad =
        """
        watches:
          - id: a
            title: A
            severity: loud
            receiver: desk
            querry: x
            query: |
              port AND
                (ship OR
          - id: a
            title: B
            severity: info
            receiver: desk
            query: 'NOT "a b"'
        """;

    assertThatThrownBy(() -> WatchList.read(bad, "ann", WatchSamples.NOON))
        .isInstanceOfSatisfying(
            WatchListException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.line() + ":" + problem.column())
                    .containsExactly("4:15", "6:5", "9:17", "10:9", "14:13"));
  }

  @Test
  void textThatIsNotYamlIsAProblemWithAPlace() {
    assertThat(WatchList.lint("watches: [", id -> true)).singleElement().matches(Problem::isError);
  }

  @Test
  void lintTellsUnknownEntitiesAndWhatAQueryCosts() {
    String yaml = GOOD.replace("AND ship", "AND entity:nowhere");

    List<Problem> problems = WatchList.lint(yaml, id -> false);

    assertThat(problems)
        .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
        .containsExactly(
            "7:7 cost: looked at in about 0.50 % of articles",
            "8:11 no entity 'nowhere' in the gazetteer");
  }

  @Test
  void theSamplesCanBeRead() {
    List<Watch> watches =
        WatchList.read(Path.of("../deploy/samples/watches.yaml"), "ann", WatchSamples.NOON);

    assertThat(watches)
        .extracting(Watch::id)
        .contains("arms-transfers", "port-activity")
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void aListWithACharacterThatYamlForbidsIsAProblemAndNoFailure() {
    assertThat(WatchList.lint("watches:\u0000", id -> true))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("not YAML: special characters are not allowed");
  }

  @Test
  void aWordOfAnyLengthIsAWord() {
    String word = "ab".repeat(50_000);

    assertThat(QueryParser.parse(word).toString()).contains(word);
  }

  @Test
  void aQueryTooDeepForTheStackIsRefused() {
    String brackets = "ATLEAST/1(".repeat(20_000) + "a" + ")".repeat(20_000);
    String row = "a" + " NEAR/2 a".repeat(20_000);

    for (String query : List.of(brackets, row)) {
      assertThatThrownBy(() -> QueryParser.parse(query)).hasMessage("nested too deep");
    }
  }
}
