package io.slugline.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import opennlp.tools.util.ext.ExtensionLoader;
import org.junit.jupiter.api.Test;

/** OpenNLP's own reader of the same model file as judge of ours, and the speed of both. */
class DecoderJudgeTest {
  private static final Path NEWS = Path.of("../../shared/data/load/articles.jsonl.gz");
  private static final int JUDGED = 120;
  private static final int WARM = 1500;

  private final Tokenizer tokenizer = Tokenizer.load();
  private final NameFinder ours = NameFinder.load();

  @Test
  void theFastDecoderFindsTheNamesThatOpenNlpFindsInEverySentence() throws IOException {
    NameFinderME judge = judge();
    List<Tokens> texts = texts(WARM);
    texts.forEach(ours::decode);

    List<Tokens> judged = texts.subList(0, JUDGED);
    List<List<String[]>> sentences = judged.stream().map(DecoderJudgeTest::sentences).toList();
    long words = judged.stream().mapToLong(Tokens::size).sum();

    long start = cpu();
    List<Decoder> decoded = judged.stream().map(ours::decode).toList();
    long ourTime = cpu() - start;
    start = cpu();
    List<List<Span[]>> theirs =
        sentences.stream().map(text -> text.stream().map(judge::find).toList()).toList();
    long theirTime = cpu() - start;

    for (int at = 0; at < JUDGED; at++) {
      assertThat(names(decoded.get(at).tags())).isEqualTo(names(judged.get(at), theirs.get(at)));
    }
    System.out.printf(
        "tokens a second and core: ours %.0f, NameFinderME %.0f, ratio %.1f (%d tokens)%n",
        words * 1e9 / ourTime, words * 1e9 / theirTime, (double) theirTime / ourTime, words);
  }

  private static NameFinderME judge() throws IOException {
    ExtensionLoader.registerAllowedPackage(NameModel.class.getPackageName());
    try (InputStream model = NameFinder.resource("names-en.bin")) {
      return new NameFinderME(new TokenNameFinderModel(model));
    }
  }

  private static List<String[]> sentences(Tokens tokens) {
    List<String[]> sentences = new ArrayList<>();
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      int first = tokens.firstToken(sentence);
      String[] words = new String[tokens.endToken(sentence) - first];
      for (int at = 0; at < words.length; at++) words[at] = tokens.word(first + at);
      sentences.add(words);
    }
    return sentences;
  }

  private static List<String> names(Tokens tokens, List<Span[]> sentences) {
    List<String> names = new ArrayList<>();
    for (int sentence = 0; sentence < sentences.size(); sentence++) {
      int first = tokens.firstToken(sentence);
      for (Span span : sentences.get(sentence)) {
        names.add(span.getType() + " " + (first + span.getStart()) + " " + (first + span.getEnd()));
      }
    }
    return names;
  }

  private static List<String> names(byte[] tags) {
    return NameFinder.names(tags, new float[tags.length]).stream()
        .map(
            name ->
                Tags.outcome(Tags.unit(name.type())).replace("-unit", "")
                    + " "
                    + name.firstToken()
                    + " "
                    + name.endToken())
        .toList();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private List<Tokens> texts(int count) throws IOException {
    assumeThat(NEWS).as("news of ../shared").exists();
    List<Tokens> texts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(NEWS)), StandardCharsets.UTF_8))) {
      while (texts.size() < count) {
        texts.add(tokenizer.tokenize(json.readTree(reader.readLine()).get("text").asText()));
      }
    }
    return texts;
  }
}
