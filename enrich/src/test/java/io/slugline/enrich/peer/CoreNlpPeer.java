package io.slugline.enrich.peer;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Stanford CoreNLP: tokens, sentences and the names of its model of three classes, nothing else.
 * Its parts are called one after the other, without its pipeline, which only adds to their time.
 */
public final class CoreNlpPeer implements Function<String, Map<Span, MentionType>> {
  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private final CRFClassifier<CoreLabel> classifier;
  private final WordToSentenceProcessor<CoreLabel> sentences = new WordToSentenceProcessor<>();

  /** Reads the model from the class path. */
  public CoreNlpPeer() throws IOException, ClassNotFoundException {
    classifier = CRFClassifier.getClassifier(MODEL);
  }

  @Override
  public Map<Span, MentionType> apply(String text) {
    List<CoreLabel> tokens =
        new PTBTokenizer<>(
                new StringReader(text),
                new CoreLabelTokenFactory(),
                "invertible=true,untokenizable=noneKeep")
            .tokenize();
    Map<Span, MentionType> names = new LinkedHashMap<>();
    for (List<CoreLabel> sentence : sentences.process(tokens)) {
      collect(classifier.classifySentence(sentence), names);
    }
    return names;
  }

  /** Neighbours of one class are one name. */
  private static void collect(List<CoreLabel> sentence, Map<Span, MentionType> names) {
    int from = 0;
    for (int at = 1; at <= sentence.size(); at++) {
      String label = sentence.get(from).get(AnswerAnnotation.class);
      if (at < sentence.size() && label.equals(sentence.get(at).get(AnswerAnnotation.class)))
        continue;
      if (!label.equals("O")) {
        Span span =
            new Span(sentence.get(from).beginPosition(), sentence.get(at - 1).endPosition());
        names.put(span, MentionType.valueOf(label));
      }
      from = at;
    }
  }
}
