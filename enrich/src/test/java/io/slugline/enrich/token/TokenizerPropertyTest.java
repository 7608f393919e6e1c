package io.slugline.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenizerPropertyTest {
  private final Tokenizer tokenizer = Tokenizer.load();

  @Property
  void tokensLieInOrderAndLeaveOutOnlyBlanksAndMarks(
      @ForAll("texts") String text, @ForAll("languages") String language) {
    Tokens tokens = tokenizer.tokenize(text, language);

    int from = 0;
    for (int token = 0; token < tokens.size(); token++) {
      assertThat(tokens.start(token)).isGreaterThanOrEqualTo(from);
      assertThat(tokens.end(token)).isGreaterThan(tokens.start(token));
      assertThat(hasLetterOrDigit(text, from, tokens.start(token))).isFalse();
      from = tokens.end(token);
    }
    assertThat(hasLetterOrDigit(text, from, text.length())).isFalse();
  }

  @Property
  void sentencesPartTheTokensAndNeverCrossALineBreak(
      @ForAll("texts") String text, @ForAll("languages") String language) {
    Tokens tokens = tokenizer.tokenize(text, language);

    int next = 0;
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      assertThat(tokens.firstToken(sentence)).isEqualTo(next);
      assertThat(tokens.endToken(sentence)).isGreaterThan(next);
      next = tokens.endToken(sentence);
      String covered =
          text.substring(tokens.sentence(sentence).start(), tokens.sentence(sentence).end());
      assertThat(covered).doesNotContain("\n");
    }
    assertThat(next).isEqualTo(tokens.size());
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of("eng", "fra", "tur", "zho", "und");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "U.S.", "Mr.", "'s", "n't", "’", "\n", " ", ". ", "?", "-", "://", "e-", "re-", "1,0",
            "\u200d", "\u0301", "😀", "北", "กำ", "a", "Zoë", "“", "”", "\"", "...", "\r", "\u00ad");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        pieces.list().ofMaxSize(30).map(list -> String.join("", list)));
  }

  private static boolean hasLetterOrDigit(String text, int from, int to) {
    return text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
