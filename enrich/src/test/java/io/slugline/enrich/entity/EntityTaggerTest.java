package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.enrich.gazetteer.SimpleTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTaggerTest {
  private final EntityTagger tagger = EntityTagger.load();

  @Test
  void allNamesOfRasonAreOneEntity() {
    List<Mention> mentions =
        tag("Rason, Rajin-Sonbong, Najin, Rajin. The Rason Special Economic Zone.");

    assertThat(mentions).hasSize(5).allMatch(mention -> "rason".equals(mention.entity()));
    assertThat(mentions.get(4).text()).isEqualTo("Rason Special Economic Zone");
  }

  @Test
  void aNameInsideAWordIsNoMention() {
    assertThat(tag("The ambassador's rasonable chadors, a turkey and a china cup")).isEmpty();
  }

  @Test
  void anAdjectiveIsANationalityOfTheCountry() {
    List<Mention> mentions = tag("A North Korean port");

    assertThat(mentions)
        .singleElement()
        .returns(MentionType.NATIONALITY, Mention::type)
        .returns("north-korea", Mention::entity)
        .returns("North Korea", Mention::entityName)
        .returns("KP", Mention::country);
  }

  @Test
  void aCountryIsFoundBeforeAPossessive() {
    assertThat(tag("North Korea’s growing ties with U.S. rivals"))
        .extracting(Mention::text)
        .containsExactly("North Korea", "U.S.");
  }

  private List<Mention> tag(String body) {
    return tagger.tag(SimpleTokens.of(""), SimpleTokens.of(body), "eng");
  }
}
