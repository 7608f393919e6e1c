package io.slugline.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  private final Tokenizer tokenizer = Tokenizer.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Obama's plan didn't work.|Obama 's plan did n't work .",
        "the soldiers’ homes|the soldiers ’ homes",
        "Ba'ath and O'Brien said they've left|Ba'ath and O'Brien said they 've left",
        "a Spanish-speaking ex-Soviet re-election e-mail|a Spanish - speaking ex - Soviet re-election e-mail",
        "Gov. Scott Walker (R-Wis.) met Mr. J. Smith Jr. in the U.S.|"
            + "Gov. Scott Walker ( R - Wis. ) met Mr. J. Smith Jr. in the U.S.",
        "It cost $2,000.50, or 5%, at 10:30.|It cost $ 2,000.50 , or 5 % , at 10:30 .",
        "worth US$5 million or HK$ 39|worth US$ 5 million or HK$ 39",
        "AT&T and AFL-CIO...|AT&T and AFL - CIO ...",
        "See http://a.example/b?c=d, now.|See http://a.example/b?c=d , now .",
        "Apple Inc.'s shares|Apple Inc. 's shares",
        "He left.The end|He left . The end",
        "--war--|-- war --",
      })
  void englishWordsAreCutAsNewsWritesThem(String text, String words) {
    assertThat(String.join(" ", words(tokenizer.tokenize(text)))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "fra|l'Iran d’Ivoire|l' Iran d’ Ivoire",
        "tur|Ankara'da|Ankara 'da",
        "ukr|п'ять слів|п'ять слів",
        "zho|北京和平|北 京 和 平",
        "jpn|カタカナの港|カタカナ の 港",
        "ara|في القاهرة،|في القاهرة ،",
        "hin|दिल्ली में।|दिल्ली में ।",
        "deu|3.14 Straßen|3.14 Straßen",
      })
  void otherLanguagesGetTheWordsOfTheirScript(String language, String text, String words) {
    assertThat(String.join(" ", words(tokenizer.tokenize(text, language)))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "He left. She stayed!  Why? I know.|4",
        "Joe Leonard Jr. said so. Mr. Adams of Acme Inc. agreed.|2",
        "He moved to the U.S. The army did not. It was 5 p.m. on Monday.|3",
        "“They left.” He nodded. (All of them.) Then \"Go.\" She went.|5",
        "\"Why?\" he asked. On Nov. 5 he paid 2.5 million.|2",
        "北京。上海！東京？「はい。」次|5",
        "वह गया। वह आया।|2",
      })
  void sentencesEndWhereTheyShould(String text, int sentences) {
    assertThat(tokenizer.tokenize(text).sentenceCount()).isEqualTo(sentences);
  }

  @Test
  void aLineBreakAlwaysEndsASentence() {
    Tokens tokens = tokenizer.tokenize("North Korea\nand Russia\r\n\r\nsigned");

    assertThat(tokens.sentenceCount()).isEqualTo(3);
    assertThat(tokens.sentenceOf(2)).isEqualTo(1);
  }

  @Test
  void aTextWithoutWordsHasNoSentence() {
    assertThat(tokenizer.tokenize("").sentenceCount()).isZero();
    assertThat(tokenizer.tokenize(" \n\u200b").size()).isZero();
  }

  static List<String> words(Tokens tokens) {
    List<String> words = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) words.add(tokens.word(token));
    return words;
  }
}
