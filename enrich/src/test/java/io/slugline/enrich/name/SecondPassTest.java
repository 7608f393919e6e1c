package io.slugline.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.MentionType;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondPassTest {
  private final Tokenizer tokenizer = Tokenizer.load();

  @Test
  void aNameFoundInTheBodyIsFoundInTheTitle() {
    Tokens title = tokenizer.tokenize("Zipmex fails");
    Tokens body = tokenizer.tokenize("The exchange Zipmex failed.");
    Name found = new Name(2, 3, MentionType.ORGANIZATION, .9);

    List<List<Name>> names =
        new SecondPass(List.of(title, body)).refine(List.of(List.of(), List.of(found)));

    assertThat(names.get(0)).extracting(Name::firstToken).containsExactly(0);
    assertThat(names.get(0)).extracting(Name::type).containsExactly(MentionType.ORGANIZATION);
    assertThat(names.get(1)).containsExactly(found);
  }

  @Test
  void theLastWordOfAFullNameIsThatPerson() {
    Tokens tokens = tokenizer.tokenize("Clive Palmer sued. Palmer lost.");
    Name full = new Name(0, 2, MentionType.PERSON, .9);
    Name mistaken = new Name(4, 5, MentionType.LOCATION, .4);

    assertThat(refined(tokens, full, mistaken))
        .extracting(Name::type)
        .containsExactly(MentionType.PERSON, MentionType.PERSON);
  }

  @Test
  void lettersInBracketsAreWhatStandsBeforeThem() {
    Tokens tokens = tokenizer.tokenize("The World Food Programme (WFP) left. WFP said so.");
    Name longForm = new Name(1, 4, MentionType.ORGANIZATION, .9);

    assertThat(refined(tokens, longForm))
        .extracting(name -> tokens.word(name.firstToken()))
        .containsExactly("World", "WFP", "WFP");
  }

  @Test
  void aWordOftenPassedOverIsNoNameElsewhere() {
    Tokens tokens = tokenizer.tokenize("May came. It may be. May I. May we. May they.");
    Name once = new Name(0, 1, MentionType.PERSON, .7);

    assertThat(refined(tokens, once)).containsExactly(once);
  }

  private static List<Name> refined(Tokens tokens, Name... found) {
    return new SecondPass(List.of(tokens)).refine(List.of(List.of(found))).get(0);
  }
}
