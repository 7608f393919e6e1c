package io.slugline.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GazetteerTest {
  private Gazetteer gazetteer;

  @BeforeAll
  void load() {
    gazetteer = Gazetteer.load();
  }

  @Test
  void itKnowsAtLeastAHundredAndFiftyThousandNames() {
    assertThat(gazetteer.names()).isGreaterThan(150_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rason",
        "RASON",
        "Rajin-Sonbong",
        "Rajin–Sonbong",
        "Rajin Sonbong",
        "Najin",
        "Rajin",
        "Rason Special Economic Zone",
        "Rajin-Sŏnbong",
        "라선"
      })
  void everySpellingOfRasonIsOneEntity(String spelling) {
    assertThat(ids("Ships at " + spelling + " since 2018")).contains("rason");
  }

  @ParameterizedTest
  @CsvSource({
    "U.S.,united-states",
    "USA,united-states",
    "DPRK,north-korea",
    "D.P.R.K.,north-korea",
    "Cote d’Ivoire,ivory-coast",
    "Türkiye,turkey",
    "Kim Jong-un,kim-jong-un",
    "KIM JONG UN,kim-jong-un",
    "al-Qaida,al-qaeda",
    "São Paulo,sao-paulo",
    "Sao Paulo,sao-paulo"
  })
  void spellingsOfOneThingLeadToIt(String spelling, String id) {
    assertThat(ids("They said " + spelling + " did")).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "an ambassador spoke",
        "a turkey dinner",
        "fine china",
        "most of us",
        "who said it",
        "the chadors they wore",
        "in rasonable terms",
        "polish the shoes",
        "a jordanian-ish thing"
      })
  void wordsThatOnlyLookLikeNamesAreNone(String text) {
    assertThat(ids(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Of", "Nice", "Most", "Deal", "Police", "Bar", "Reading", "Mobile"})
  void namesThatAreCommonWordsSayNothingAlone(String name) {
    List<Hit> hits = gazetteer.find(SimpleTokens.of("They saw " + name + " there"));

    assertThat(hits)
        .allSatisfy(hit -> assertThat(hit.senses()).allMatch(sense -> sense.guard() != Guard.NONE));
  }

  @Test
  void theLongestNameIsTaken() {
    assertThat(ids("the Korea Institute for National Unification in Seoul"))
        .containsExactly("kinu", "seoul");
  }

  @Test
  void aNameDoesNotGoAcrossACommaOrASentence() {
    assertThat(ids("flew to Hong, Kong left. North. Korea said")).doesNotContain("hong-kong");
  }

  @Test
  void anAdjectiveIsMarkedAsOne() {
    assertThat(gazetteer.find(SimpleTokens.of("North Korean ships")).get(0).senses())
        .allMatch(sense -> sense.guard() == Guard.DEMONYM);
  }

  @Test
  void idsOfOtherRegistersLeadToTheSameEntity() {
    assertThat(gazetteer.entity("iso:KP")).isEqualTo(gazetteer.entity("north-korea"));
    assertThat(gazetteer.entity("unlocode:KPRJN")).isEqualTo(gazetteer.entity("rason"));
    assertThat(gazetteer.entity("nothing-of-that-name")).isEmpty();
  }

  @Test
  void hostileTextIsReadWithoutFailing() {
    assertThat(gazetteer.find(SimpleTokens.of("\ud83d\ude80 ".repeat(50) + "é".repeat(5000))))
        .isEmpty();
    assertThat(ids("\u0301Kim\u0301 Jong\u0301 Un \ud83c\uddf0\ud83c\uddf5 Pyongyang"))
        .contains("pyongyang");
  }

  private List<String> ids(String text) {
    return gazetteer.find(SimpleTokens.of(text)).stream()
        .map(hit -> hit.senses().get(0).entity().id())
        .toList();
  }
}
