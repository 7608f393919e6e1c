package io.slugline.alerting.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.MentionType;
import io.slugline.contract.WatchState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MonitorTest {
  private final Monitor monitor = new Monitor();

  @Test
  void evidenceGivesTheClauseTheSpanTheRawSpanAndTheSentence() {
    monitor.put(WatchSamples.watch("w", "port NEAR/3 ship*"));

    List<Match> matches =
        monitor.match(WatchSamples.article("News", "At the port two shipments lay."));

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
    for (String id : List.of("c", "a", "b")) monitor.put(WatchSamples.watch(id, "port"));

    assertThat(ids(WatchSamples.article("Port", "x"))).containsExactly("a", "b", "c");
  }

  @Test
  void anArticleMayHaveThousandsOfWatchedTerms() {
    List<String> words = IntStream.range(1000, 4000).mapToObj(number -> "w" + number).toList();
    for (String word : words) monitor.put(WatchSamples.watch(word, word));

    assertThat(ids(WatchSamples.article("News", String.join(" ", words))))
        .containsExactlyElementsOf(words);
  }

  @Test
  void aDraftNeverMatchesAndAShadowDoes() {
    monitor.put(WatchSamples.watch("draft", "port", WatchState.DRAFT, WatchSamples.NOON));
    monitor.put(WatchSamples.watch("shadow", "port", WatchState.SHADOW, WatchSamples.NOON));

    assertThat(ids(WatchSamples.article("Port", "x"))).containsExactly("shadow");
  }

  @Test
  void anArticleThatArrivedBeforeAVersionIsNotMatchedWithIt() {
    monitor.put(
        WatchSamples.watch("later", "port", WatchState.LIVE, WatchSamples.NOON.plusMillis(1)));
    monitor.put(WatchSamples.watch("now", "port", WatchState.LIVE, WatchSamples.NOON));

    assertThat(ids(WatchSamples.article("Port", "x"))).containsExactly("now");
  }

  @Test
  void aChangedWatchIsMatchedWithItsNewQueryOnly() {
    monitor.put(WatchSamples.watch("w", "port"));
    monitor.put(WatchSamples.watch("w", "harbour"));

    assertThat(ids(WatchSamples.article("Port", "x"))).isEmpty();
    assertThat(ids(WatchSamples.article("Harbour", "x"))).containsExactly("w");
  }

  @Test
  void aRemovedWatchIsGone() {
    monitor.put(WatchSamples.watch("w", "port"));
    monitor.remove("w");

    assertThat(ids(WatchSamples.article("Port", "x"))).isEmpty();
  }

  @Test
  void aQueryThatCannotBeReadSaysWhereAndWhatWasExpectedAndChangesNothing() {
    monitor.put(WatchSamples.watch("w", "port"));

    assertThatThrownBy(() -> monitor.put(WatchSamples.watch("w", "port\n AND (ship OR")))
        .isInstanceOfSatisfying(
            WatchSyntaxException.class,
            e -> {
              assertThat(e.line()).isEqualTo(2);
              assertThat(e.column()).isEqualTo(14);
              assertThat(e.expected()).contains("a word");
            });
    assertThat(ids(WatchSamples.article("Port", "x"))).containsExactly("w");
  }

  @Test
  void anEntityTermMatchesTheMentionsBoundToItAndNamesTheAlias() {
    String body = "Freighters were seen off Rajin at dawn.";
    monitor.put(WatchSamples.watch("w", "freighter NEAR/5 entity:rason"));
    monitor.put(WatchSamples.watch("e", "entity:rason"));
    EnrichedArticle article =
        WatchSamples.article(
            "x",
            body,
            List.of(WatchSamples.mention(body, "Rajin", MentionType.LOCATION, "rason", "Rason")));

    assertThat(ids(article)).containsExactly("e", "w");
    Evidence evidence = monitor.match(article).get(0).evidence().get(0);
    assertThat(evidence.entity()).isEqualTo("rason");
    assertThat(evidence.alias()).isEqualTo("Rajin");
    assertThat(body.substring(evidence.start(), evidence.end())).isEqualTo("Rajin");
  }

  @Test
  void aLocationFitsTheEntitysNameTheWordsThereAndTheAdjective() {
    String body = "Officials in Pyongyang and North Korean ships near Korea Bay.";
    monitor.put(WatchSamples.watch("country", "location:\"North Korea\""));
    monitor.put(WatchSamples.watch("capital", "location:pyongyang"));
    monitor.put(WatchSamples.watch("korea", "location:korea"));
    monitor.put(WatchSamples.watch("person", "person:pyongyang"));
    EnrichedArticle article =
        WatchSamples.article(
            "x",
            body,
            List.of(
                WatchSamples.mention(
                    body, "Pyongyang", MentionType.LOCATION, "pyongyang", "Pyongyang"),
                WatchSamples.mention(
                    body, "North Korean", MentionType.NATIONALITY, "kp", "North Korea"),
                WatchSamples.mention(body, "Korea Bay", MentionType.LOCATION, "", "")));

    assertThat(ids(article)).containsExactly("capital", "country", "korea");
  }

  @Test
  void sourceAndLanguageAreTermsToo() {
    monitor.put(WatchSamples.watch("both", "source:\"daily post\" AND lang:en AND port"));
    monitor.put(WatchSamples.watch("other", "source:times AND port"));

    assertThat(ids(WatchSamples.article("Port", "x"))).containsExactly("both");
  }

  @Test
  void aScoreAddsUpWeightsAndEvidenceShowsTheRunningSum() {
    monitor.put(
        WatchSamples.watch("w", "score >= 7: arms^4 \"artillery shells\"^8 sport^-6 shipment^3"));

    assertThat(ids(WatchSamples.article("Arms", "sport shipment"))).isEmpty();
    List<Match> matches = monitor.match(WatchSamples.article("Arms", "A shipment."));
    assertThat(matches.get(0).evidence())
        .extracting(Evidence::clause)
        .containsExactly("arms^4 (score 4)", "shipment^3 (score 7)");
  }

  @Test
  void wordsOfAnotherLanguageAreTheirOwnStems() {
    monitor.put(WatchSamples.watch("w", "port"));

    EnrichedArticle french = WatchSamples.article("x", "les ports", List.of(), List.of(), "fra");

    assertThat(ids(french)).isEmpty();
    assertThat(ids(WatchSamples.article("x", "les ports"))).containsExactly("w");
  }

  private List<String> ids(EnrichedArticle article) {
    return monitor.match(article).stream().map(match -> match.watch().id()).toList();
  }
}
