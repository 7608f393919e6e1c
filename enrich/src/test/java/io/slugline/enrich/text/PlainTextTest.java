package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Cut;
import io.slugline.contract.RawArticle;
import io.slugline.contract.SourceLines;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text without markup: what goes, what stays, in other words than the samples'. */
class PlainTextTest {
  private static final String STORY =
      """
      Two tankers collided off the coast of Oman early on Friday, the coast guard said in a statement.

      Nobody was hurt, but oil from the smaller vessel has reached the beaches of Sur, officials told reporters.

      Salvage crews were expected to arrive by Sunday, weather permitting, the port's director added.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Advertisement",
        "Story continues below advertisement",
        "Sign up for our weekly maritime newsletter",
        "© 2024 Harbour Times Ltd.",
        "Copyright 2021 The Coastal Press. All rights reserved.",
        "4 min read",
        "Reading time: 3 minutes",
        "Show more",
        "Reporting by Anna Vik; editing by Tom Hale",
        "(Photo by Lena Olsen/Getty Images)"
      })
  void aLineThatSaysWhatItIsGoes(String noise) {
    CleanText clean = Raw.clean(withLine(noise));

    assertThat(clean.body())
        .doesNotContain(noise)
        .contains("Two tankers")
        .contains("Salvage crews");
    assertThat(clean.cuts()).extracting(Cut::rule).allMatch(rule -> rule.matches("[a-z-]+/\\d+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“Share the pain,” the minister told the ship's owners on Monday.",
        "Email servers at the port authority were down for most of Saturday.",
        "The newsletter that first reported the leak has since been shut down.",
        "By Sunday morning the slick was twelve miles long and still growing.",
        "Copyright law does not cover the captain's log, the court ruled on Tuesday."
      })
  void aSentenceThatOnlyUsesSuchWordsStays(String sentence) {
    assertThat(Raw.clean(withLine(sentence)).body()).contains(sentence);
  }

  @Test
  void aListOfOtherStoriesGoesWithItsHeading() {
    CleanText clean =
        Raw.clean(
            STORY + "\nSee also:\n• Oil price climbs for third day\n• Port of Sohar reopens\n");

    assertThat(clean.body()).endsWith("the port's director added.");
    assertThat(clean.cuts()).hasSize(1);
  }

  @Test
  void aTickerGoesAndTheHeadlineBelowStays() {
    String ticker =
        "Markets at a glance\n• DAX\n\n+11.20 (+0.07%)\n• Brent\n\n-1.08 (-1.31%)\n• Gold\n\n+4.60 (+0.23%)\n\n";

    CleanText clean = Raw.clean(ticker + "Tankers collide off Oman\n\n" + STORY);

    assertThat(clean.title()).isEqualTo("Tankers collide off Oman");
    assertThat(clean.body()).startsWith("Two tankers collided");
  }

  @Test
  void menuLinesAboveTheTitleAndItsRepetitionGo() {
    CleanText clean =
        Raw.clean(
            "Sections\nWeather\n\nTankers collide off Oman\n\nTankers collide off Oman\n\n"
                + STORY);

    assertThat(clean.title()).isEqualTo("Tankers collide off Oman");
    assertThat(clean.body()).startsWith("Two tankers").doesNotContain("Weather");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Home | Nation | World | Opinion",
        "Front page\tPolitics\tSport\tWeather",
        "HARBOUR TODAY >> Shipping >> Accidents",
        "News · Sport · Arts · Life"
      })
  void aBarOfLabelsIsNoTitleAndGoes(String bar) {
    CleanText titled = Raw.clean(bar + "\n\nTankers collide off Oman\n\n" + STORY);
    CleanText untitled = Raw.clean(bar + "\n\n" + STORY);

    assertThat(titled.title()).isEqualTo("Tankers collide off Oman");
    assertThat(titled.body()).startsWith("Two tankers");
    assertThat(untitled.title()).isEmpty();
    assertThat(untitled.body()).startsWith("Two tankers");
  }

  @Test
  void aTitleWithItsOutletBehindABarIsATitle() {
    CleanText clean = Raw.clean("Tankers collide off the coast of Oman | Gulf Herald\n\n" + STORY);

    assertThat(clean.title()).startsWith("Tankers collide off the coast of Oman");
  }

  @Test
  void aTextThatBeginsWithASentenceHasNoTitle() {
    CleanText clean = Raw.clean(STORY);

    assertThat(clean.title()).isEmpty();
    assertThat(clean.cuts()).isEmpty();
    assertThat(clean.body().split("\n")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MUSCAT, Oman (AP) — | MUSCAT, Oman | ",
        "MUSCAT (Reuters) - | MUSCAT | ",
        "MUSCAT, March 3 (Reuters) - | MUSCAT | ",
        "date 2024-03-01 MUSCAT – | MUSCAT | 2024-03-01T00:00:00Z",
        "date 2024-03-01 | | 2024-03-01T00:00:00Z",
        "STORY: | |"
      })
  void whatStandsBeforeTheFirstSentenceGoes(String lead, String place, Instant date) {
    CleanText clean = Raw.clean(lead + " " + STORY);

    assertThat(clean.body()).startsWith("Two tankers collided");
    assertThat(clean.place()).isEqualTo(place);
    assertThat(clean.publishedAt()).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NATO - the alliance of 32 countries - met on Thursday to talk about the tankers off Oman.",
        "OPEC: no cut in output is planned, the group said after the collision of two tankers."
      })
  void aNameInCapitalsIsNotAlwaysAPlace(String sentence) {
    assertThat(Raw.clean(sentence + "\n\n" + STORY).body()).contains(sentence.substring(8));
  }

  @Test
  void anAuthorsBoxAtTheEndGoes() {
    String box =
        "\nAvatar\nMira Castell\n\nStaff Writer\n\nMira Castell is a staff writer at the Gulf Herald, where she covers shipping and ports.\n";

    CleanText clean = Raw.clean(STORY + box);

    assertThat(clean.body()).endsWith("director added.").doesNotContain("Castell");
  }

  @Test
  void whoeverIsSpokenOfIsNotTakenForAnAuthor() {
    String text =
        STORY
            + "\nThe report was written by Jan Moor, who has studied the strait for years.\n\nJan Moor is the author of a book on piracy and teaches in Leiden.\n";

    assertThat(Raw.clean(text).body()).contains("teaches in Leiden");
  }

  @Test
  void linesBrokenAtAFixedWidthArePutTogether() {
    String wire =
        "TANKERS COLLIDE OFF OMAN\n\n"
            + "Two tankers collided off the coast of Oman early on Friday and\n"
            + "oil from the smaller vessel has reached the beaches of Sur, the\n"
            + "coast guard said. Nobody was hurt in the accident, which came\n"
            + "after a night of heavy fog and in one of the busiest lanes of\n"
            + "the strait.\n\n"
            + "Salvage crews were expected to arrive by Sunday, said the port's\n"
            + "director, who added that the beaches would be closed for at least\n"
            + "a week and that fishermen would be paid for what they lose in the\n"
            + "meantime.\n";

    CleanText clean = Raw.clean(wire);

    assertThat(clean.title()).isEqualTo("TANKERS COLLIDE OFF OMAN");
    assertThat(clean.body().split("\n")).hasSize(2);
    assertThat(clean.body()).contains("Friday and oil from");
  }

  @Test
  void whatASourceRepeatsIsCutOnceItIsKnown() {
    String json =
        "{\"source\":\"Gulf Herald\",\"title\":\"Tankers collide\",\"text\":\""
            + STORY.replace("\n", "\\n")
            + "\\nCall the Gulf Herald  tip desk\"}";
    SourceLines known =
        new SourceLines(
            "Gulf Herald", 3, 9, List.of("call the gulf herald tip desk"), Instant.EPOCH);

    CleanText clean = TextCleaner.load().clean(Raw.of("application/json", json), source -> known);

    assertThat(clean.cuts()).extracting(Cut::rule).containsExactly("source-repeats/1");
    assertThat(clean.memory()).isEqualTo(3);
  }

  @Test
  void aTextThatIsNothingButWhatItsSourceRepeatsStaysWhole() {
    String json =
        "{\"source\":\"Gulf Herald\",\"title\":\"News\",\"text\":\"This story is developing.\"}";
    SourceLines known =
        new SourceLines("Gulf Herald", 3, 9, List.of("this story is developing."), Instant.EPOCH);

    CleanText clean = TextCleaner.load().clean(Raw.of("application/json", json), source -> known);

    assertThat(clean.body()).isEqualTo("This story is developing.");
    assertThat(clean.memory()).isZero();
  }

  private static RawArticle withLine(String line) {
    return Raw.text(STORY.replaceFirst("\n\n", "\n\n" + line.replace("$", "\\$") + "\n\n"));
  }
}
