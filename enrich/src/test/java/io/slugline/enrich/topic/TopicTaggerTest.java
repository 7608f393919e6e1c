package io.slugline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.MediaTopic;
import io.slugline.enrich.token.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTaggerTest {
  private final Tokenizer tokenizer = Tokenizer.load();
  private final TopicTagger tagger = TopicTagger.load();

  @Test
  void anArticleGetsTheTopicThatItsWordsSpeakFor() {
    List<MediaTopic> topics =
        tag(
            "Keeper saves two penalties",
            "The goalkeeper held two penalties as the club won the cup in front of its fans. "
                + "The coach praised his team, which had lost the last match of the league.");

    assertThat(topics).containsExactly(new MediaTopic("medtop:15000000", "sport", 1));
  }

  @Test
  void anArticleOfTwoTopicsGetsBothTheWeightierFirst() {
    List<MediaTopic> topics =
        tag(
            "Shelling hits hospital",
            "Artillery fire hit a hospital, killing soldiers and patients. Troops and rebels have "
                + "fought for days. Doctors moved the patients to a clinic, where nurses treat them "
                + "for infections; a ceasefire has been offered by the militia.");

    assertThat(topics)
        .extracting(MediaTopic::id)
        .containsExactly("medtop:16000000", "medtop:07000000");
  }

  @Test
  void aFewWordsInPassingAreNoTopic() {
    assertThat(tag("A quiet day", "A man walked past the bank and bought two pears.")).isEmpty();
  }

  @Test
  void anArticleInAnotherLanguageHasNone() {
    assertThat(
            tagger.tag(
                tokenizer.tokenize("Streik", "deu"),
                tokenizer.tokenize("Der Streik der Bahn dauert an.", "deu"),
                "deu"))
        .isEmpty();
  }

  private List<MediaTopic> tag(String title, String body) {
    return tagger.tag(tokenizer.tokenize(title, "eng"), tokenizer.tokenize(body, "eng"), "eng");
  }
}
