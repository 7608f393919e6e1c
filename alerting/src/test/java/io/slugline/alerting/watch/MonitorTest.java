package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.MentionType;
import io.slugline.contract.WatchState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MonitorTest {
  private final Monitor monitor = new Monitor();

  @Test
  void evidenceGivesTheClauseTheSpanTheRawSpanAndTheSentence() {
    monitor.put(Samples.watch("w", "port NEAR/3 ship*"));

    List<Match> matches = monitor.match(Samples.article("News", "At the port two shipments lay."));

    assertThat(matches)
        .singleElement()
        .satisfies(
            match ->
                assertThat(match.evidence())
                    .containsExactly(
                        new Evidence(
                            "a1",
                            Field.BODY,
                            7,
                            25,
                            1007,
                            1025,
                            "At the port two shipments lay.",
                            "port NEAR/3 ship*",
                            null,
                            null)));
  }

  @Test
  void matchesComeInOrderOfTheirIds() {
    for (String id : List.of("c", "a", "b")) monitor.put(Samples.watch(id, "port"));

    assertThat(ids(Samples.article("Port", "x"))).containsExactly("a", "b", "c");
  }

  @Test
  void aDraftNeverMatchesAndAShadowDoes() {
    monitor.put(Samples.watch("draft", "port", WatchState.DRAFT, Samples.NOON));
    monitor.put(Samples.watch("shadow", "port", WatchState.SHADOW, Samples.NOON));

    assertThat(ids(Samples.article("Port", "x"))).containsExactly("shadow");
  }

  @Test
  void anArticleThatArrivedBeforeAVersionIsNotMatchedWithIt() {
    monitor.put(Samples.watch("later", "port", WatchState.LIVE, Samples.NOON.plusMillis(1)));
    monitor.put(Samples.watch("now", "port", WatchState.LIVE, Samples.NOON));

    assertThat(ids(Samples.article("Port", "x"))).containsExactly("now");
  }

  @Test
  void aChangedWatchIsMatchedWithItsNewQueryOnly() {
    monitor.put(Samples.watch("w", "port"));
    monitor.put(Samples.watch("w", "harbour"));

    assertThat(ids(Samples.article("Port", "x"))).isEmpty();
    assertThat(ids(Samples.article("Harbour", "x"))).containsExactly("w");
  }

  @Test
  void aRemovedWatchIsGone() {
    monitor.put(Samples.watch("w", "port"));
    monitor.remove("w");

    assertThat(ids(Samples.article("Port", "x"))).isEmpty();
  }

  @Test
  void aQueryThatCannotBeReadSaysWhereAndWhatWasExpectedAndChangesNothing() {
    monitor.put(Samples.watch("w", "port"));

    assertThatThrownBy(() -> monitor.put(Samples.watch("w", "port\n AND (ship OR")))
        .isInstanceOfSatisfying(
            WatchSyntaxException.class,
            e -> {
              assertThat(e.line()).isEqualTo(2);
              assertThat(e.column()).isEqualTo(14);
              assertThat(e.expected()).contains("a word");
            });
    assertThat(ids(Samples.article("Port", "x"))).containsExactly("w");
  }

  @Test
  void anEntityTermMatchesTheMentionsBoundToItAndNamesTheAlias() {
    String body = "Freighters were seen off Rajin at dawn.";
    monitor.put(Samples.watch("w", "freighter NEAR/5 entity:rason"));
    monitor.put(Samples.watch("e", "entity:rason"));
    EnrichedArticle article =
        Samples.article(
            "x",
            body,
            List.of(Samples.mention(body, "Rajin", MentionType.LOCATION, "rason", "Rason")));

    assertThat(ids(article)).containsExactly("e", "w");
    Evidence evidence = monitor.match(article).get(0).evidence().get(0);
    assertThat(evidence.entity()).isEqualTo("rason");
    assertThat(evidence.alias()).isEqualTo("Rajin");
    assertThat(body.substring(evidence.start(), evidence.end())).isEqualTo("Rajin");
  }

  @Test
  void aLocationFitsTheEntitysNameTheWordsThereAndTheAdjective() {
    String body = "Officials in Pyongyang and North Korean ships near Korea Bay.";
    monitor.put(Samples.watch("country", "location:\"North Korea\""));
    monitor.put(Samples.watch("capital", "location:pyongyang"));
    monitor.put(Samples.watch("korea", "location:korea"));
    monitor.put(Samples.watch("person", "person:pyongyang"));
    EnrichedArticle article =
        Samples.article(
            "x",
            body,
            List.of(
                Samples.mention(body, "Pyongyang", MentionType.LOCATION, "pyongyang", "Pyongyang"),
                Samples.mention(body, "North Korean", MentionType.NATIONALITY, "kp", "North Korea"),
                Samples.mention(body, "Korea Bay", MentionType.LOCATION, "", "")));

    assertThat(ids(article)).containsExactly("capital", "country", "korea");
  }

  @Test
  void sourceAndLanguageAreTermsToo() {
    monitor.put(Samples.watch("both", "source:\"daily post\" AND lang:en AND port"));
    monitor.put(Samples.watch("other", "source:times AND port"));

    assertThat(ids(Samples.article("Port", "x"))).containsExactly("both");
  }

  @Test
  void aScoreAddsUpWeightsAndEvidenceShowsTheRunningSum() {
    monitor.put(
        Samples.watch("w", "score >= 7: arms^4 \"artillery shells\"^8 sport^-6 shipment^3"));

    assertThat(ids(Samples.article("Arms", "sport shipment"))).isEmpty();
    List<Match> matches = monitor.match(Samples.article("Arms", "A shipment."));
    assertThat(matches.get(0).evidence())
        .extracting(Evidence::clause)
        .containsExactly("arms^4 (score 4)", "shipment^3 (score 7)");
  }

  @Test
  void wordsOfAnotherLanguageAreTheirOwnStems() {
    monitor.put(Samples.watch("w", "port"));

    EnrichedArticle french = Samples.article("x", "les ports", List.of(), List.of(), "fra");

    assertThat(ids(french)).isEmpty();
    assertThat(ids(Samples.article("x", "les ports"))).containsExactly("w");
  }

  private List<String> ids(EnrichedArticle article) {
    return monitor.match(article).stream().map(match -> match.watch().id()).toList();
  }
}
