package io.slugline.deploy.bench;

import java.io.IOException;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/** OpenNLP as its manual shows it: sentences, tokens and parts of speech of each text. */
final class OpenNlpReaders {
  private final SentenceDetectorME sentences;
  private final TokenizerME tokenizer;
  private final POSTaggerME tagger;

  private OpenNlpReaders(SentenceDetectorME sentences, TokenizerME tokenizer, POSTaggerME tagger) {
    this.sentences = sentences;
    this.tokenizer = tokenizer;
    this.tagger = tagger;
  }

  static OpenNlpReaders load() throws IOException {
    Class<?> here = OpenNlpReaders.class;
    return new OpenNlpReaders(
        new SentenceDetectorME(
            new SentenceModel(here.getResource("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin"))),
        new TokenizerME(
            new TokenizerModel(here.getResource("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin"))),
        new POSTaggerME(new POSModel(here.getResource("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"))));
  }

  Stopwatch.Taken run(List<String> texts) {
    Stopwatch watch = new Stopwatch();
    for (String text : texts) {
      for (String sentence : sentences.sentDetect(text)) tagger.tag(tokenizer.tokenize(sentence));
    }
    return watch.stop();
  }
}
