package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.enrich.token.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeaponsTest {
  private final Tokenizer tokenizer = Tokenizer.load();
  private final Weapons weapons = new Weapons();

  @Test
  void aWeaponHasTheWordsThatSayWhichKind() {
    assertThat(
            find(
                "It fired short-range ballistic missiles and 152mm artillery shells at a think tank."))
        .containsExactly("short-range ballistic missiles", "152mm artillery shells");
  }

  @Test
  void wordsThatOnlySoundLikeWeaponsAreNone() {
    assertThat(find("A photo bomb, a bath bomb, a shell company and a think tank.")).isEmpty();
  }

  @Test
  void pairsOfWordsNameAWeaponWhereOneWordDoesNot() {
    assertThat(find("rocket launchers, machine guns and armoured vehicles"))
        .containsExactly("rocket launchers", "machine guns", "armoured vehicles");
  }

  private List<String> find(String text) {
    return weapons
        .find(new Passage(Field.BODY, tokenizer.tokenize(text, "eng")), List.of(), "1")
        .stream()
        .map(Mention::text)
        .toList();
  }
}
