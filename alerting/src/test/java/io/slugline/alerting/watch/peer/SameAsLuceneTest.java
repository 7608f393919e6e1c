package io.slugline.alerting.watch.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.watch.Match;
import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.WatchSamples;
import io.slugline.alerting.watch.index.BesideLucene;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Random queries over random texts: our monitor and Lucene's give the same answers and places. */
final class SameAsLuceneTest {
  private static final String[] WORDS = {"port", "ports", "ship", "shipped", "arms", "deal", "sea"};

  @Property(tries = 150)
  void theSameArticlesMatchTheSameWatchesInTheSamePlaces(
      @ForAll("queryLists") List<String> queries, @ForAll("texts") List<String> texts)
      throws IOException {
    Map<String, String> byId = new LinkedHashMap<>();
    Monitor ours = new Monitor();
    for (String query : queries) {
      String id = "w%02d".formatted(byId.size());
      byId.put(id, query);
      ours.put(WatchSamples.watch(id, query));
    }
    BesideLucene lucene = BesideLucene.plain();
    lucene.add(byId);

    for (int i = 0; i + 1 < texts.size(); i += 2) {
      List<String> found =
          ours.match(WatchSamples.article(texts.get(i), texts.get(i + 1))).stream()
              .map(Match::watch)
              .map(watch -> watch.id())
              .toList();
      assertThat(lucene.differences(found, texts.get(i), texts.get(i + 1)))
          .as("%s on title '%s', body '%s'", byId, texts.get(i), texts.get(i + 1))
          .isEmpty();
    }
    lucene.close();
  }

  @Test
  void aPhrasesFirstPlaceIsOneThatLuceneShows() throws IOException {
    String body = "Arms in port. An arms deal was made; the arms deals went on.";
    Monitor ours = new Monitor();
    ours.put(WatchSamples.watch("w", "\"arms deal\""));
    LucenePeer lucene = LucenePeer.plain();
    lucene.add(Map.of("w", "\"arms deal\""));

    var evidence = ours.match(WatchSamples.article("", body)).get(0).evidence().get(0);

    // Lucene's text is the title, a break, and the body.
    assertThat(lucene.highlights("", body).get("w"))
        .contains(List.of(evidence.start() + 1, evidence.end() + 1));
    lucene.close();
  }

  @Provide
  Arbitrary<List<String>> queryLists() {
    return query(3).filter(SameAsLuceneTest::asksForSomething).list().ofMinSize(5).ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> text =
        Arbitraries.of(
                "port", "ports", "ship", "shipping", "shipped", "arms", "deal", "sea", "x", "y")
            .list()
            .ofMinSize(1)
            .ofMaxSize(14)
            .map(words -> String.join(" ", words));
    return text.list().ofSize(16);
  }

  private static Arbitrary<String> query(int depth) {
    if (depth == 0) return term();
    Arbitrary<String> part = query(depth - 1);
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 4);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, term()),
        net.jqwik.api.Tuple.of(2, join(part, " AND ")),
        net.jqwik.api.Tuple.of(2, join(part, " OR ")),
        net.jqwik.api.Tuple.of(1, join(part, " ")),
        net.jqwik.api.Tuple.of(1, part.map(inner -> "NOT (" + inner + ")")),
        net.jqwik.api.Tuple.of(
            3,
            Combinators.combine(placed(1), placed(1), number, Arbitraries.of("NEAR", "BEFORE"))
                .as((left, right, n, op) -> "(%s %s/%d %s)".formatted(left, op, n, right))),
        net.jqwik.api.Tuple.of(
            1, part.list().ofSize(3).map(parts -> "ATLEAST/2 (" + String.join(", ", parts) + ")")),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(part, part, part)
                .as("(score >= 3: (%s)^2 (%s)^1 (%s)^-1)"::formatted)),
        net.jqwik.api.Tuple.of(
            1,
            Combinators.combine(Arbitraries.of("title", "body"), term())
                .as((field, inner) -> field + ":" + inner)));
  }

  private static Arbitrary<String> placed(int depth) {
    Arbitrary<String> term = placedTerm();
    if (depth == 0) return term;
    Arbitrary<String> part = placed(depth - 1);
    return Arbitraries.oneOf(
        term, part.list().ofSize(2).map(parts -> "(" + String.join(" OR ", parts) + ")"));
  }

  private static Arbitrary<String> placedTerm() {
    Arbitrary<String> word = Arbitraries.of(WORDS);
    return Arbitraries.oneOf(
        word,
        word.map(exact -> "=" + exact),
        Arbitraries.of("ship*", "po*", "d*"),
        word.list().ofSize(2).map(words -> "\"" + String.join(" ", words) + "\""));
  }

  private static Arbitrary<String> term() {
    Arbitrary<String> loose =
        Combinators.combine(
                Arbitraries.of("port", "arms"),
                Arbitraries.of("ship", "deal"),
                Arbitraries.integers().between(1, 4))
            .as("\"%s %s\"~%d"::formatted);
    return Arbitraries.oneOf(placedTerm(), placedTerm(), loose);
  }

  private static Arbitrary<String> join(Arbitrary<String> part, String operator) {
    return part.list().ofSize(2).map(parts -> "(" + String.join(operator, parts) + ")");
  }

  private static boolean asksForSomething(String query) {
    try {
      io.slugline.alerting.watch.query.QueryParser.parse(query);
      return true;
    } catch (io.slugline.alerting.watch.query.QuerySyntaxException e) {
      return false;
    }
  }
}
