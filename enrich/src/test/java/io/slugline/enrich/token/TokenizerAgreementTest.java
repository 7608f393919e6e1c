package io.slugline.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.junit.jupiter.api.Test;

/** OpenNLP's own models as judges of the rules, on news that neither was made from. */
class TokenizerAgreementTest {
  private static final Path NEWS = Path.of("../../shared/data/load/articles.jsonl.gz");
  private static final int ARTICLES = 150;

  private final Tokenizer tokenizer = Tokenizer.load();
  private int both;
  private int ours;
  private int theirs;

  @Test
  void nearlyEveryTokenOfOpenNlpsModelIsOursAndTheOtherWayRound() throws IOException {
    TokenizerME judge =
        new TokenizerME(new TokenizerModel(model("opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));

    for (String line : lines()) compare(tokens(line), spans(judge.tokenizePos(line)));

    report("tokens");
    assertThat((double) both / theirs).isGreaterThan(.98);
    assertThat((double) both / ours).isGreaterThan(.98);
  }

  /** What is theirs alone stands mostly after "Sen.", "Rep." and "Mrs.", where no sentence ends. */
  @Test
  void nearlyEverySentenceEndOfOursIsOneOfOpenNlpsModel() throws IOException {
    SentenceDetectorME judge =
        new SentenceDetectorME(
            new SentenceModel(model("opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));

    for (String line : lines())
      compare(ends(sentences(line)), ends(spans(judge.sentPosDetect(line))));

    report("sentence ends");
    assertThat((double) both / theirs).isGreaterThan(.88);
    assertThat((double) both / ours).isGreaterThan(.97);
  }

  private void compare(Set<Span> ours, Set<Span> theirs) {
    this.ours += ours.size();
    this.theirs += theirs.size();
    Set<Span> shared = new HashSet<>(ours);
    shared.retainAll(theirs);
    both += shared.size();
  }

  private void report(String what) {
    System.out.printf(
        "%s: %d of OpenNLP's %d are ours (%.4f), of our %d (%.4f) are theirs%n",
        what, both, theirs, (double) both / theirs, ours, (double) both / ours);
  }

  /**
   * Our tokens, with the ending "'s" or "n't" joined again to its word, as OpenNLP's model has it.
   */
  private Set<Span> tokens(String line) {
    Tokens tokens = tokenizer.tokenize(line);
    List<Span> spans = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      boolean ending = tokens.word(token).matches("['’]\\p{L}+|[nN]['’][tT]");
      if (ending && token > 0 && tokens.end(token - 1) == tokens.start(token)) {
        spans.add(new Span(spans.remove(spans.size() - 1).start(), tokens.end(token)));
      } else {
        spans.add(new Span(tokens.start(token), tokens.end(token)));
      }
    }
    return new HashSet<>(spans);
  }

  private Set<Span> sentences(String line) {
    Tokens tokens = tokenizer.tokenize(line);
    Set<Span> spans = new HashSet<>();
    for (int at = 0; at < tokens.sentenceCount(); at++) spans.add(tokens.sentence(at));
    return spans;
  }

  private static Set<Span> ends(Set<Span> spans) {
    Set<Span> ends = new HashSet<>();
    for (Span span : spans) ends.add(new Span(span.end(), span.end()));
    return ends;
  }

  private static Set<Span> spans(opennlp.tools.util.Span[] theirs) {
    Set<Span> spans = new HashSet<>();
    for (opennlp.tools.util.Span span : theirs) spans.add(new Span(span.getStart(), span.getEnd()));
    return spans;
  }

  private static InputStream model(String name) {
    return Objects.requireNonNull(TokenizerAgreementTest.class.getResourceAsStream("/" + name));
  }

  private static List<String> lines() throws IOException {
    assumeThat(NEWS).as("news of ../shared").exists();
    List<String> lines = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(NEWS)), StandardCharsets.UTF_8))) {
      for (int article = 0; article < ARTICLES; article++) {
        String text = json.readTree(reader.readLine()).get("text").asText();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
      }
    }
    return lines;
  }
}
