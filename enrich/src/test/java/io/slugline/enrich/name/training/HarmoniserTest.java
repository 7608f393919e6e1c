package io.slugline.enrich.name.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.MentionType;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmoniserTest {
  private final Harmoniser harmoniser = Harmoniser.load();

  @Test
  void peoplesAreNoPlacesAndTitlesAndArticlesNoPartOfAName() {
    assertThat(kept("Turkish", MentionType.LOCATION)).isEmpty();
    assertThat(kept("the United States", MentionType.LOCATION)).containsExactly("United States");
    assertThat(kept("The Hague", MentionType.LOCATION)).containsExactly("The Hague");
    assertThat(kept("Prime Minister Modi", MentionType.PERSON)).containsExactly("Modi");
    assertThat(kept("President", MentionType.PERSON)).isEmpty();
  }

  @Test
  void titlesLoseTheirFullStopAndNamesStayInPlace() {
    Document document =
        new Document(
            "a",
            "Mr. Li met Dr. Wu. So.",
            List.of(new Document.Marked(15, 17, MentionType.PERSON)));

    Document british = Harmoniser.withoutStops(document);

    assertThat(british.text()).isEqualTo("Mr Li met Dr Wu. So.");
    Document.Marked moved = british.names().get(0);
    assertThat(british.text().substring(moved.start(), moved.end())).isEqualTo("Wu");
  }

  private List<String> kept(String text, MentionType type) {
    Document.Marked all = new Document.Marked(0, text.length(), type);
    return harmoniser.harmonised(new Document("a", text, List.of(all))).names().stream()
        .map(name -> text.substring(name.start(), name.end()))
        .toList();
  }
}
