package io.slugline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
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

  @Test
  void aClaimOfEnglishDoesNotMakeOtherTextEnglish() {
    String german = "Der Hafenmeister sagte am Montag, dass zwei Frachter abgewiesen worden seien.";

    assertThat(languages.detect(german, "en")).isEqualTo("deu");
  }
}
