package io.slugline.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.MentionType;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NameFinderTest {
  private static final Tokenizer TOKENIZER = Tokenizer.load();
  private static NameFinder finder;

  @BeforeAll
  static void load() {
    finder = NameFinder.load();
  }

  @Test
  void personsOrganisationsAndPlacesOfANewsSentenceAreFound() {
    Tokens tokens =
        TOKENIZER.tokenize("Barack Obama met officials of the World Bank in Nairobi on Monday.");

    List<Name> names = finder.find(tokens);

    assertThat(names)
        .extracting(name -> tokens.span(name.firstToken(), name.endToken()).of(tokens.text()))
        .containsExactly("Barack Obama", "World Bank", "Nairobi");
    assertThat(names)
        .extracting(Name::type)
        .containsExactly(MentionType.PERSON, MentionType.ORGANIZATION, MentionType.LOCATION);
    assertThat(names).allMatch(name -> name.confidence() > .5 && name.confidence() <= 1);
  }

  @Test
  void aTextWithoutNamesGivesNone() {
    assertThat(finder.find(TOKENIZER.tokenize("it rained all day, and nobody came."))).isEmpty();
    assertThat(finder.find(TOKENIZER.tokenize(""))).isEmpty();
  }

  @Test
  void headlinesInCapitalsAndInTitleCaseAreRead() {
    assertThat(types("VLADIMIR PUTIN ARRIVES IN BEIJING FOR TALKS"))
        .containsExactly(MentionType.PERSON, MentionType.LOCATION);
    assertThat(types("Vladimir Putin Arrives in Beijing for Talks With His Neighbours"))
        .containsExactly(MentionType.PERSON, MentionType.LOCATION);
  }

  private static List<MentionType> types(String text) {
    return finder.find(TOKENIZER.tokenize(text)).stream().map(Name::type).toList();
  }

  @Test
  void everyFieldOfAnArticleGetsItsOwnNames() {
    List<Tokens> fields =
        List.of(TOKENIZER.tokenize("Storm in Manila"), TOKENIZER.tokenize("It came to Cebu."));

    List<List<Name>> names = finder.find(fields);

    assertThat(names).hasSize(2);
    assertThat(names.get(0)).extracting(Name::firstToken).containsExactly(2);
    assertThat(names.get(1)).extracting(Name::firstToken).containsExactly(3);
  }

  @Test
  void aNameKeepsToItsSentence() {
    Tokens tokens = TOKENIZER.tokenize("He met Kofi\nAnnan said so.");

    assertThat(finder.find(tokens))
        .allMatch(
            name -> tokens.sentenceOf(name.firstToken()) == tokens.sentenceOf(name.endToken() - 1));
  }
}
