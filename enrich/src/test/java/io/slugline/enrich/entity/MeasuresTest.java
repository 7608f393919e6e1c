package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.enrich.token.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
  private final Tokenizer tokenizer = Tokenizer.load();
  private final Measures measures = new Measures();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2,000 containers",
        "67,300 barrels",
        "67.3 thousand barrels",
        "97%",
        "97 per cent",
        "56 km",
        "200,000 people",
        "$1.5 billion",
        "£59.5 million",
        "18,000 square kilometers",
        "500,000 artillery rounds",
        "12 nautical miles",
        "two ships",
        "3 million tonnes",
        "40 million euros",
        "1.5 million people",
        "29 economic zones",
        "300 soldiers"
      })
  void aNumberWithWhatItMeasuresIsAQuantity(String quantity) {
    assertThat(find("They counted " + quantity + " there.")).containsExactly(quantity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In 2018 sanctions came.",
        "On 29 November they met.",
        "It began on Nov. 14 and ended.",
        "He is 45.",
        "Chapter 7 says so.",
        "One said no.",
        "five years later"
      })
  void yearsDatesAndBareNumbersAreNone(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Test
  void whatIsCountedMayHaveWordsBeforeIt() {
    assertThat(find("sending some 2,000 artillery shell containers to Russia"))
        .containsExactly("2,000 artillery shell containers");
  }

  private List<String> find(String text) {
    return measures.find(new Passage(Field.BODY, tokenizer.tokenize(text, "eng"))).stream()
        .map(Mention::text)
        .toList();
  }
}
