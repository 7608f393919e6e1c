package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.enrich.token.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShipsTest {
  private final Tokenizer tokenizer = Tokenizer.load();
  private final Ships ships = new Ships();

  @Test
  void aPrefixOrAKindOfShipAnnouncesAName() {
    assertThat(find("The USS Carney shot down drones near the tanker Front Altair."))
        .containsExactly("USS Carney", "Front Altair");
  }

  @Test
  void aQuotedNameBehindAKindOfShipIsOne() {
    assertThat(find("the cargo ship \"Angara\" docked")).containsExactly("Angara");
  }

  @Test
  void aKindOfShipWithoutANameIsNone() {
    assertThat(find("The ship docked on Monday. The vessel Monday left. A carrier group sailed."))
        .isEmpty();
  }

  private List<String> find(String text) {
    return ships.find(new Passage(Field.BODY, tokenizer.tokenize(text, "eng")), List.of()).stream()
        .map(Mention::text)
        .toList();
  }
}
