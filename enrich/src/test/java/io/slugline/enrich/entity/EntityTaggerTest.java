package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Field;
import io.slugline.contract.LanguagePart;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.gazetteer.Gazetteer;
import io.slugline.enrich.language.Languages;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityTaggerTest {
  private static final Map<String, MentionType> NOTHING = Map.of();

  private final Tokenizer tokenizer = Tokenizer.load();
  private Gazetteer gazetteer;

  @BeforeAll
  void load() {
    gazetteer = Gazetteer.load();
  }

  @Test
  void allNamesOfRasonAreOneEntity() {
    List<Mention> mentions =
        tag("Rason, Rajin-Sonbong, Najin, Rajin. The Rason Special Economic Zone.", NOTHING);

    assertThat(mentions).hasSize(5).allMatch(mention -> "rason".equals(mention.entity()));
    assertThat(mentions.get(4).text()).isEqualTo("Rason Special Economic Zone");
  }

  @Test
  void aNameInsideAWordIsNoMention() {
    assertThat(tag("The ambassador's chadors, a turkey and a china cup", NOTHING)).isEmpty();
  }

  @Test
  void anAdjectiveIsANationalityOfTheCountry() {
    assertThat(tag("A North Korean port", NOTHING))
        .singleElement()
        .returns(MentionType.NATIONALITY, Mention::type)
        .returns("north-korea", Mention::entity)
        .returns("North Korea", Mention::entityName)
        .returns("KP", Mention::country);
  }

  @Test
  void aCountryIsFoundBeforeAPossessive() {
    assertThat(tag("North Korea’s growing ties with U.S. rivals", NOTHING))
        .extracting(Mention::text)
        .containsExactly("North Korea", "U.S.");
  }

  @Test
  void aPlaceThatIsAFirstNameIsNoPlaceBesideASurname() {
    assertThat(tag("We met Paris Hilton, Jordan Peterson and Chad Smith.", NOTHING)).isEmpty();
    assertThat(entities(tag("They flew from Jordan to Paris.", NOTHING)))
        .containsExactly("jordan", "paris");
  }

  @Test
  void whatTheModelTakesForAPersonIsNoPlace() {
    List<Mention> mentions =
        tag("Then Washington crossed the river.", Map.of("Washington", MentionType.PERSON));

    assertThat(mentions).singleElement().returns(null, Mention::entity);
  }

  @Test
  void aWeakNameIsLinkedOnlyWhereTheArticleIsAboutItsCountry() {
    Map<String, MentionType> deal = Map.of("Deal", MentionType.LOCATION);

    assertThat(tag("They sailed from Deal.", deal))
        .singleElement()
        .satisfies(mention -> assertThat(mention.entity()).isNull())
        .satisfies(mention -> assertThat(mention.rivals()).isNotEmpty());
    assertThat(tag("They sailed from Deal, said British police in London.", deal))
        .filteredOn(mention -> mention.text().equals("Deal"))
        .singleElement()
        .returns("GB", Mention::country);
  }

  @Test
  void aNameOfTwoPlacesOfLikeSizeKeepsItsRivals() {
    assertThat(tag("It rained in Valencia.", Map.of("Valencia", MentionType.LOCATION)))
        .singleElement()
        .returns(null, Mention::entity)
        .satisfies(mention -> assertThat(mention.rivals()).hasSizeGreaterThan(1));
  }

  @Test
  void theCountryOrStateBehindACommaSettlesAPlace() {
    assertThat(entities(tag("The fair in Paris, Texas, opened.", NOTHING))).doesNotContain("paris");
    assertThat(tag("The fair in London, Ontario, opened.", NOTHING))
        .first()
        .returns("CA", Mention::country);
  }

  @Test
  void aSurnameAloneIsThePersonTheArticleNamedInFull() {
    List<Mention> mentions =
        tag(
            "North Korean leader Kim Jong-un met Vladimir Putin. It was Kim's first trip.",
            NOTHING);

    assertThat(mentions)
        .filteredOn(mention -> mention.text().equals("Kim"))
        .singleElement()
        .returns("kim-jong-un", Mention::entity)
        .returns("short-forms/1", Mention::foundBy);
  }

  @Test
  void aSurnameOfTwoPersonsOfTheArticleIsAmbiguous() {
    List<Mention> mentions =
        tag(
            "Kim Jong-un and Kim Yo-jong left. Later Kim spoke.",
            Map.of("Kim", MentionType.PERSON));

    assertThat(mentions)
        .filteredOn(mention -> mention.text().equals("Kim"))
        .allSatisfy(mention -> assertThat(mention.entity()).isNull());
  }

  @Test
  void anAcronymInBracketsIsItsLongForm() {
    List<Mention> mentions =
        tag("The Rason Special Economic Zone (SEZ) grew. Now the SEZ is open.", NOTHING);

    assertThat(mentions)
        .extracting(Mention::text, Mention::entity)
        .endsWith(org.assertj.core.groups.Tuple.tuple("SEZ", "rason"));
  }

  @Test
  void anOfficeThatTheModelTookAlongIsLeftOut() {
    Map<String, MentionType> office =
        Map.of(
            "Defense Secretary Lloyd Austin", MentionType.ORGANIZATION,
            "Mr Quigley", MentionType.PERSON,
            "Costa Ricans", MentionType.LOCATION);

    assertThat(tag("Defense Secretary Lloyd Austin met Mr Quigley and Costa Ricans.", office))
        .extracting(Mention::text, Mention::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Lloyd Austin", MentionType.PERSON),
            org.assertj.core.groups.Tuple.tuple("Quigley", MentionType.PERSON),
            org.assertj.core.groups.Tuple.tuple("Costa Ricans", MentionType.NATIONALITY));
  }

  @Test
  void aNameThatMeansTwoThingsAsOftenIsNeverSettled() {
    assertThat(tag("South Korea said it. Later Korea, too.", Map.of()))
        .extracting(Mention::text)
        .containsExactly("South Korea");
  }

  @Test
  void aNameOfTheModelThatNobodyKnowsHasNoEntityAndNoRivals() {
    assertThat(tag("We met Xqz Vrtly there.", Map.of("Xqz Vrtly", MentionType.PERSON)))
        .singleElement()
        .returns(null, Mention::entity)
        .returns("double/1", Mention::foundBy)
        .satisfies(mention -> assertThat(mention.rivals()).isEmpty());
  }

  @Test
  void noModelReadsAnotherLanguageButTheGazetteerDoes() {
    Map<String, MentionType> fooled = Map.of("Der", MentionType.PERSON);
    EntityTagger tagger = new EntityTagger(gazetteer, new Doubled(fooled));

    List<Mention> mentions =
        tagger.tag(
            tokenizer.tokenize("", "deu"),
            tokenizer.tokenize("Der Kreml in Moskau", "deu"),
            Languages.of("deu"));

    assertThat(entities(mentions)).containsExactly("moscow");
  }

  @Test
  void theModelReadsTheEnglishPartOfAnArticleAndNoOther() {
    Map<String, MentionType> names =
        Map.of("Der Vik", MentionType.PERSON, "Anna Vik", MentionType.PERSON);
    EntityTagger tagger = new EntityTagger(gazetteer, new Doubled(names));
    String body = "Das sagte Der Vik in Moskau.\n“So be it,” said Anna Vik.";
    Span english = new Span(body.indexOf('“'), body.length());

    List<Mention> mentions =
        tagger.tag(
            tokenizer.tokenize("", "deu"),
            tokenizer.tokenize(body, "deu"),
            new Languages("deu", List.of(new LanguagePart("eng", english))));

    assertThat(mentions).extracting(Mention::text).containsExactly("Moskau", "Anna Vik");
  }

  @Test
  void titleComesBeforeBodyAndEachIsInOrder() {
    EntityTagger tagger = new EntityTagger(gazetteer, new Doubled(NOTHING));

    List<Mention> mentions =
        tagger.tag(
            tokenizer.tokenize("Putin meets Kim Jong Un", "eng"),
            tokenizer.tokenize("In Pyongyang, 200 soldiers marched with missiles.", "eng"),
            Languages.of("eng"));

    assertThat(mentions)
        .extracting(Mention::field)
        .containsExactly(Field.TITLE, Field.TITLE, Field.BODY, Field.BODY, Field.BODY);
    assertThat(mentions).extracting(Mention::start).containsExactly(0, 12, 3, 14, 40);
  }

  private List<Mention> tag(String body, Map<String, MentionType> names) {
    EntityTagger tagger = new EntityTagger(gazetteer, new Doubled(names));
    return tagger.tag(
        tokenizer.tokenize("", "eng"), tokenizer.tokenize(body, "eng"), Languages.of("eng"));
  }

  private static List<String> entities(List<Mention> mentions) {
    return mentions.stream().map(Mention::entity).toList();
  }

  /** Finds the words it is told, wherever they stand. */
  private record Doubled(Map<String, MentionType> names) implements NameReader {
    @Override
    public String version() {
      return "double/1";
    }

    @Override
    public List<List<Named>> read(List<Tokens> fields) {
      return fields.stream().map(this::read).toList();
    }

    private List<Named> read(Tokens tokens) {
      List<Named> found = new ArrayList<>();
      names.forEach(
          (name, type) -> {
            for (int at = tokens.text().indexOf(name); at >= 0; ) {
              Span span = new Span(at, at + name.length());
              if (isRead(tokens, span)) found.add(new Named(span, type, .8));
              at = tokens.text().indexOf(name, at + 1);
            }
          });
      return found;
    }

    private static boolean isRead(Tokens tokens, Span span) {
      return IntStream.range(0, tokens.sentenceCount())
          .mapToObj(tokens::sentence)
          .anyMatch(each -> each.start() <= span.start() && span.end() <= each.end());
    }
  }
}
