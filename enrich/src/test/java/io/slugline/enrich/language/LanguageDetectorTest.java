package io.slugline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.LanguagePart;
import io.slugline.contract.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final String ENGLISH_BEFORE =
      "The harbour master said on Monday that two freighters had been turned away from the port.";
  private static final String ENGLISH_AFTER =
      "Ministers from both countries will meet in Geneva next week for talks on grain exports.";

  private static LanguageDetector languages;

  @BeforeAll
  static void load() {
    languages = LanguageDetector.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eng|The harbour master said on Monday that two freighters had been turned away from the port.",
        "eng|Ministers from both countries will meet in Geneva next week for talks on grain exports.",
        "deu|Der Hafenmeister sagte am Montag, dass zwei Frachter vom Hafen abgewiesen worden seien.",
        "fra|Le capitaine du port a déclaré lundi que deux cargos avaient été refoulés à l'entrée.",
        "spa|El capitán del puerto dijo el lunes que dos cargueros habían sido rechazados en la entrada.",
        "ita|Il comandante del porto ha detto lunedì che due navi da carico sono state respinte.",
        "por|O capitão do porto disse na segunda-feira que dois cargueiros foram impedidos de entrar.",
        "nld|De havenmeester zei maandag dat twee vrachtschepen bij de haven zijn weggestuurd.",
        "swe|Hamnkaptenen sade på måndagen att två lastfartyg hade avvisats från hamnen i veckan.",
        "pol|Kapitan portu powiedział w poniedziałek, że dwa frachtowce zostały zawrócone z portu.",
        "tur|Liman başkanı pazartesi günü iki yük gemisinin limandan geri çevrildiğini söyledi.",
        "rus|Капитан порта заявил в понедельник, что два сухогруза не были допущены в порт.",
        "ukr|Капітан порту заявив у понеділок, що двом суховантажам відмовили у вході до порту.",
        "kor|항만 책임자는 월요일 화물선 두 척이 항구에서 돌려보내졌다고 밝혔다.",
        "jpn|港長は月曜日、貨物船二隻が港から引き返したと述べた。",
        "cmn|港务局长周一表示，两艘货轮已被拒绝进入该港口。",
        "ara|قال قبطان الميناء يوم الاثنين إن سفينتي شحن أعيدتا من الميناء.",
      })
  void tellsTheLanguageOfOneSentence(String language, String sentence) {
    assertThat(languages.detect(sentence, null)).isEqualTo(language);
  }

  @Test
  void aTextTooShortToTellHasTheLanguageThatItsMetadataClaims() {
    assertThat(languages.detect("Ok 2023", "en-GB")).isEqualTo("eng");
    assertThat(languages.detect("Ok 2023", null)).isEqualTo("und");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Der Minister und die Kanzlerin sprachen in Berlin mit dem Präsidenten über die Lage.",
        "De minister was in Den Haag en is die dag met de trein naar Brussel vertrokken.",
        "Ministeren var i Oslo for at tale om havnen, og det er den sag, de har ventet.",
        "Le ministre est venu à Paris pour parler de la situation dans les ports du pays.",
        "Il ministro è in visita a Roma per parlare con il presidente della situazione nei porti."
      })
  void theSmallWordsOfOtherLanguagesDoNotPassForEnglish(String sentence) {
    assertThat(FunctionWords.shareOfEnglish(sentence)).isLessThan(0.09);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deu|„Zwei Frachter sind vom Hafen abgewiesen worden“, sagte der Hafenmeister am Montag vor Reportern.",
        "fra|« Deux cargos ont été refoulés à l'entrée du port », a déclaré lundi le capitaine du port.",
        "spa|«Dos cargueros han sido rechazados en la entrada del puerto», dijo el lunes el capitán.",
        "por|«Dois cargueiros foram impedidos de entrar no porto», disse na segunda-feira o capitão.",
        "rus|«Два сухогруза не были допущены в порт», — заявил в понедельник его капитан журналистам.",
        "kor|“항만 책임자는 월요일 화물선 두 척이 항구에서 돌려보내졌다고 밝혔다. 선원들은 배에 남아 있으며 물과 식량을 공급받고 있다고 덧붙였다. 배는 곧 떠난다.”",
      })
  void aParagraphInAnotherLanguageIsAPartOfItsOwn(String language, String paragraph) {
    String body = ENGLISH_BEFORE + "\n" + paragraph + "\n" + ENGLISH_AFTER;

    Languages in = languages.detect("Freighters turned away", body, null);

    assertThat(in.main()).isEqualTo("eng");
    assertThat(in.parts())
        .extracting(part -> part.language() + " " + part.span().of(body))
        .containsExactly(language + " " + paragraph);
  }

  @Test
  void anEnglishParagraphInAnotherLanguagesArticleIsAPartToo() {
    String german =
        "Der Hafenmeister sagte am Montag, dass zwei Frachter vom Hafen abgewiesen worden seien.\n"
            + "Die Schiffe liegen nun auf Reede und warten auf eine neue Anweisung der Behörde.\n"
            + "Warum sie nicht einlaufen durften, wollte er auf Nachfrage nicht sagen.\n"
            + "Die Reederei teilte mit, sie habe davon erst durch Berichte in den Zeitungen gehört, "
            + "und werde sich nach einem anderen Hafen für ihre beiden Schiffe umsehen müssen.";
    String body = german + "\n" + ENGLISH_BEFORE;

    Languages in = languages.detect("Frachter abgewiesen", body, null);

    assertThat(in.main()).isEqualTo("deu");
    assertThat(in.parts())
        .containsExactly(new LanguagePart("eng", new Span(german.length() + 1, body.length())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "John Smith, 34, Dallas; Maria Lopez, 21, Houston; Tom Baker, 45, Waco; Li Wei, 30, Plano.",
        "Kansas City Chiefs 27, Denver Broncos 20, Buffalo Bills 31, Miami Dolphins 14, Jets 3, Bears 9",
        "Sen. Marco Rubio, R-Fla., Sen. Ted Cruz, R-Texas, Gov. John Kasich, R-Ohio, and Jeb Bush",
        "Guten Tag",
      })
  void listsOfNamesAndShortWordsAreNoOtherLanguage(String paragraph) {
    String body = ENGLISH_BEFORE + "\n" + paragraph + "\n" + ENGLISH_AFTER;

    assertThat(languages.detect("Freighters turned away", body, null).parts()).isEmpty();
  }

  @Test
  void aClaimOfEnglishDoesNotMakeOtherTextEnglish() {
    String german = "Der Hafenmeister sagte am Montag, dass zwei Frachter abgewiesen worden seien.";

    assertThat(languages.detect(german, "en")).isEqualTo("deu");
  }
}
