package io.slugline.enrich.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Keyword;
import io.slugline.contract.Span;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeywordRankerTest {
  private static final String TITLE = "Grain ships queue off Constanta as rail strike bites";
  private static final String BODY =
      "Forty grain ships waited off the Romanian port of Constanta on Friday as a rail strike kept "
          + "wheat from reaching the quays. The rail strike, now in its ninth day, has halved the "
          + "flow of wheat to the port, the harbour authority said. Grain ships that left last "
          + "week sailed half empty.\n"
          + "Railway unions want a tenth more pay. The transport ministry has offered four per "
          + "cent. Wheat prices in Chicago rose on the news, and traders expect the rail strike to "
          + "last into next week.";

  private static Tokenizer tokenizer;
  private static KeywordRanker ranker;

  @BeforeAll
  static void load() {
    tokenizer = Tokenizer.load();
    ranker = KeywordRanker.load();
  }

  @Test
  void whatTheArticleIsAboutComesFirst() {
    List<Keyword> keywords = rank(TITLE, BODY);

    assertThat(keywords.subList(0, 10))
        .extracting(keyword -> keyword.text().toLowerCase(Locale.ROOT))
        .contains("rail strike", "grain ships");
    assertThat(keywords.get(0).weight()).isEqualTo(1);
    assertThat(keywords)
        .extracting(Keyword::weight)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void spansAreWhereThePhraseStandsInTheBody() {
    Keyword strike =
        rank(TITLE, BODY).stream()
            .filter(keyword -> keyword.text().equals("rail strike"))
            .findFirst()
            .orElseThrow();

    assertThat(strike.spans()).hasSize(3);
    for (Span span : strike.spans()) assertThat(span.of(BODY)).isEqualTo("rail strike");
  }

  @Test
  void noTwoKeywordsAreInflectionsOfOnePhrase() {
    List<Keyword> keywords =
        rank("Ship leaves; ships leave", "The ship left. Ships leave. A ship.");

    assertThat(keywords)
        .filteredOn(keyword -> keyword.text().toLowerCase(Locale.ROOT).startsWith("ship"))
        .hasSize(1);
  }

  @Test
  void aSmallEditChangesLittle() {
    Set<String> before = texts(rank(TITLE, BODY).subList(0, 8));

    Set<String> after = texts(rank(TITLE, BODY.replace("ninth day", "tenth day")).subList(0, 8));

    after.retainAll(before);
    assertThat(after).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void quantifiersDaysAndCourtesiesStandAtNoEndOfAPhrase() {
    List<Keyword> keywords =
        rank(
            "",
            "Many fishing boats were lost. Several other fishing boats came back on Friday, says Mr Holt.");

    assertThat(texts(keywords))
        .contains("fishing boats", "Holt")
        .doesNotContain("Many", "Friday", "Mr", "Mr Holt", "Many fishing boats");
  }

  @Test
  void anIdleWordInsideANameIsKept() {
    assertThat(texts(rank("", "The First Minister of Wales spoke."))).contains("First Minister");
  }

  @Test
  void aWordThatStandsInLongerPhrasesOnlyIsNoKeyword() {
    assertThat(
            texts(
                rank(
                    "",
                    "The grain ships are waiting. The rail strike goes on. The price of wheat is high.")))
        .contains("grain ships", "rail strike", "wheat")
        .doesNotContain("grain", "ships", "rail", "strike");
  }

  @Test
  void addressesAreNoKeywords() {
    assertThat(texts(rank("", "Write to desk@example.org or see www.example.org for news.")))
        .containsExactly("news");
  }

  @Test
  void anArticleInALanguageWithoutAModelHasNone() {
    assertThat(ranker.rank(tokens("Streik"), tokens("Der Streik der Bahn dauert an."), "deu"))
        .isEmpty();
  }

  @Test
  void anArticleWithoutWordsHasNone() {
    assertThat(rank("", "1, 2, 3 ...")).isEmpty();
  }

  private static List<Keyword> rank(String title, String body) {
    return ranker.rank(tokens(title), tokens(body), "eng");
  }

  private static Tokens tokens(String text) {
    return tokenizer.tokenize(text, "eng");
  }

  private static Set<String> texts(List<Keyword> keywords) {
    Set<String> texts = new HashSet<>();
    keywords.forEach(keyword -> texts.add(keyword.text()));
    return texts;
  }
}
