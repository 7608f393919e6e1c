package io.slugline.enrich.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import org.junit.jupiter.api.Test;

class PartOfSpeechTaggerTest {
  private static final String TEXT =
      "Two bulk carriers tied up at the northern terminal on Tuesday, the harbour master said. "
          + "Officials in Oslo would not say whether the 41,000-tonne vessels, which fly the flag "
          + "of Panama, carry ammunition! Who, then, has been loading them since mid-March?\n"
          + "\"We do not know,\" a spokesman for the ministry's shipping department told "
          + "reporters. It hasn't rained in Bergen; prices rose 3.5% and U.S. buyers left early.";

  @Test
  void givesTheTagsThatOpenNlpsOwnReaderGives() throws IOException {
    PartOfSpeechTagger tagger = PartOfSpeechTagger.load();
    Tokens tokens = Tokenizer.load().tokenize(TEXT, "eng");

    int[] tags = tagger.tag(tokens, tagger.words(tokens));

    String[] names = tagger.tagSet();
    Judge judge = new Judge();
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      String[] expected = judge.tag(tokens, sentence);
      for (int i = 0; i < expected.length; i++) {
        int token = tokens.firstToken(sentence) + i;
        assertThat(names[tags[token]]).as(tokens.word(token)).isEqualTo(expected[i]);
      }
    }
  }

  /** OpenNLP's model and features through OpenNLP's own classes, taking the best tag each time. */
  private static final class Judge {
    private final AbstractModel model;
    private final POSContextGenerator contexts;

    Judge() throws IOException {
      POSModel file = new POSModel(Judge.class.getResource("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"));
      model = file.getArtifact("pos.model");
      contexts = file.getFactory().getPOSContextGenerator();
    }

    String[] tag(Tokens tokens, int sentence) {
      int first = tokens.firstToken(sentence);
      String[] words = new String[tokens.endToken(sentence) - first];
      for (int i = 0; i < words.length; i++) words[i] = tokens.word(first + i);
      String[] tags = new String[words.length];
      for (int i = 0; i < words.length; i++) {
        tags[i] = model.getBestOutcome(model.eval(contexts.getContext(i, words, tags, null)));
      }
      return tags;
    }
  }
}
