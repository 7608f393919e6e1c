package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.EnrichedArticle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the language means: a query, a title, a body, and whether they match. */
final class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ship                             | x         | Two ships sailed.           | true
          ship                             | x         | The ship's crew.            | true
          ship                             | x         | Grain was shipped.          | true
          ship                             | x         | The shipping news.          | false
          ships                            | x         | A ship sailed.              | true
          =ship                            | x         | Two ships sailed.           | false
          =ship                            | x         | A Ship sailed.              | true
          seize                            | x         | They seized it.             | true
          ship*                            | x         | The shipping news.          | true
          unit                             | x         | The United States.          | false
          cafe                             | x         | Das Café war zu.            | true
          DPRK                             | x         | The D.P.R.K. said.          | true
          U.S.                             | x         | They told us nothing.       | false
          "arms deal"                      | x         | Two arms deals.             | true
          ="arms deal"                     | x         | Two arms deals.             | false
          "arms deal"                      | x         | A deal on arms.             | false
          "arms deal"                      | x         | The arms, a deal.           | false
          "arms deal"~1                    | x         | The arms, a deal.           | true
          "arms deal"~3                    | x         | A deal on arms.             | true
          "arms deal"~2                    | x         | A deal on arms.             | false
          "nuclear test*"                  | x         | Nuclear testing.            | true
          "E*Trade Corp"                   | x         | E*Trade Corp fell.          | true
          Jong-un                          | x         | Kim Jong Un spoke.          | true
          port ship                        | port      | ship                        | true
          port AND ship                    | port      | nothing                     | false
          port OR ship AND crane           | port      | nothing                     | true
          (port OR ship) AND crane         | port      | nothing                     | false
          port NOT ship                    | port      | nothing                     | true
          port AND NOT ship                | port      | a ship                      | false
          port NOT (ship OR crane)         | port      | a crane                     | false
          port NEAR/1 ship                 | x         | ship in port                | true
          port NEAR/0 ship                 | x         | ship in port                | false
          port BEFORE/1 ship               | x         | ship in port                | false
          ship BEFORE/1 port               | x         | ship in port                | true
          port NEAR/50 ship                | port      | ship                        | false
          a NEAR/2 b NEAR/2 c              | x         | a x b x c                   | true
          "red sea" NEAR/2 (ship OR boat)  | x         | boats on the Red Sea        | true
          title:port                       | x         | port                        | false
          title:(port OR ship)             | ships     | x                           | true
          body:port                        | port      | x                           | false
          title:port NEAR/2 ship           | ship port | x                           | true
          lead:port                        | port      | x                           | true
          lead:(port AND ship)             | port      | a ship                      | true
          ATLEAST/2 (port, ship, "a b")    | port      | a b                         | true
          ATLEAST/2 (port, ship, "a b")    | port      | a c                         | false
          score >= 5: port^2 ship^3        | port      | ship                        | true
          score >= 5: port^2 ship^3        | port      | x                           | false
          (score >= 2: port^2) AND ship    | port      | ship                        | true
          中国                             | x         | 在中国的                    | true
          2,000                            | x         | some 2000 men               | true
          port OR ""                       | x         | a port                      | true
          ship OR "..."                    | x         | a port                      | false
          "" NEAR/3 port                   | x         | a port                      | false
          """)
  void means(String query, String title, String body, boolean matches) {
    Monitor monitor = new Monitor();
    monitor.put(WatchSamples.watch("w", query));
    EnrichedArticle article = WatchSamples.article(title, body);

    assertThat(!monitor.match(article).isEmpty()).isEqualTo(matches);
  }
}
