package io.slugline.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.MentionType;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgesTest {
  private final Tokenizer tokenizer = Tokenizer.load();
  private final Edges edges = Edges.load();

  @Test
  void aTitleIsNoPartOfAName() {
    assertThat(settled("Sheikh Ahmad Nawaf left", 0, 3)).isEqualTo("Ahmad Nawaf");
    assertThat(settled("Prime Minister Modi left", 0, 3)).isEqualTo("Modi");
  }

  @Test
  void aDoubleNameIsNotParted() {
    assertThat(settled("Pauline Tizya-Tramm left", 3, 4)).isEqualTo("Tizya-Tramm");
    assertThat(settled("Kim Jong-Un left", 0, 2)).isEqualTo("Kim Jong-Un");
    assertThat(settled("anti-Walker signs", 2, 3)).isEqualTo("Walker");
  }

  private String settled(String text, int first, int end) {
    Tokens tokens = tokenizer.tokenize(text);
    Name name = edges.settle(tokens, List.of(new Name(first, end, MentionType.PERSON, 1))).get(0);
    return tokens.span(name.firstToken(), name.endToken()).of(text);
  }
}
