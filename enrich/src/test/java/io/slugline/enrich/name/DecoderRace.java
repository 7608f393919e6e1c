package io.slugline.enrich.name;

import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * Our decoder and OpenNLP's own reader of the same model file, over the same tokens: how many a
 * second each reads, and on how many of the texts they do not give the same names.
 */
public final class DecoderRace implements Function<List<String>, Map<String, Double>> {
  private static final int ROUNDS = 3;

  private final Tokenizer tokenizer = Tokenizer.load();
  private final NameFinder ours = NameFinder.load();
  private final NameFinderME theirs;

  /** Reads the model twice. */
  public DecoderRace() throws IOException {
    ExtensionLoader.registerAllowedPackage(NameModel.class.getPackageName());
    try (InputStream model = NameFinder.resource("names-en.bin")) {
      theirs = new NameFinderME(new TokenNameFinderModel(model));
    }
  }

  /**
   * Runs both, after a round of each to warm up on the first half; the second half counts.
   *
   * @return {@code texts}, {@code tokens}, {@code different} (texts), {@code ours} and {@code
   *     theirs} (tokens a second of this thread's processor time)
   */
  @Override
  public Map<String, Double> apply(List<String> texts) {
    List<Tokens> all = texts.stream().map(text -> tokenizer.tokenize(text, "eng")).toList();
    List<Tokens> first = all.subList(0, all.size() / 2);
    List<Tokens> counted = all.subList(all.size() / 2, all.size());
    for (int round = 0; round < ROUNDS; round++) ours(first);
    theirs(first.stream().map(DecoderRace::sentences).toList());
    List<List<String[]>> sentences = counted.stream().map(DecoderRace::sentences).toList();
    double tokens = counted.stream().mapToLong(Tokens::size).sum();

    long start = cpu();
    List<byte[]> decoded = ours(counted);
    double ourSeconds = (cpu() - start) / 1e9;
    start = cpu();
    List<List<Span[]>> found = theirs(sentences);
    double theirSeconds = (cpu() - start) / 1e9;
    int different = 0;
    for (int at = 0; at < counted.size(); at++) {
      if (!names(decoded.get(at)).equals(names(counted.get(at), found.get(at)))) different++;
    }
    return Map.of(
        "texts",
        (double) counted.size(),
        "tokens",
        tokens,
        "different",
        (double) different,
        "ours",
        tokens / ourSeconds,
        "theirs",
        tokens / theirSeconds);
  }

  private List<byte[]> ours(List<Tokens> texts) {
    return texts.stream().map(text -> ours.decode(text).tags()).toList();
  }

  private List<List<Span[]>> theirs(List<List<String[]>> texts) {
    return texts.stream().map(text -> text.stream().map(theirs::find).toList()).toList();
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
    List<String> names = new ArrayList<>();
    for (Name name : NameFinder.names(tags, new float[tags.length])) {
      String type = Tags.outcome(Tags.unit(name.type())).replace("-unit", "");
      names.add(type + " " + name.firstToken() + " " + name.endToken());
    }
    return names;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
