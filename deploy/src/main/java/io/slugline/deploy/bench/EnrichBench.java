package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.deploy.peer.Peers;
import io.slugline.enrich.Enricher;
import io.slugline.enrich.gazetteer.Gazetteer;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All that enrich does to an article, against CoreNLP doing a part of it; our name decoder against
 * OpenNLP's own; two threads against one; the gazetteer's part. Ours and theirs are warmed, for as
 * long, on articles that do not count.
 */
final class EnrichBench implements Bench {
  private static final String CORE_NLP = "io.slugline.enrich.peer.CoreNlpPeer";
  private static final String DECODERS = "io.slugline.enrich.name.DecoderRace";
  private static final Duration WARM = Duration.ofSeconds(60);
  private static final int RACED = 600;
  private static final int ROUNDS = 2;

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<RawArticle> articles = new ArrayList<>();
    for (String line : input.lines()) articles.add(BenchInput.raw(line, articles.size()));
    int warm = articles.size() / 3;
    List<RawArticle> warmUp = articles.subList(0, warm);
    List<RawArticle> counted = articles.subList(warm, articles.size());
    ObjectNode weight = JsonNodeFactory.instance.objectNode();
    Gazetteer gazetteer = weighed(weight);
    Enricher enricher = Enricher.load();
    PureEnrich one = new PureEnrich(enricher::alone, 1, article -> {});
    warm(() -> one.run(warmUp));

    double ours = 1e6 / one.run(counted).cpuMicrosEach(counted.size());
    long heap = heapMegabytes();
    double twoToOne = twoThreadsToOne(enricher, counted);
    double theirs = coreNlp(texts(enricher, warmUp), texts(enricher, counted));
    ObjectNode figures =
        BenchInput.figures("CoreNLP: tokens, sentences and names of 3 classes", ours / theirs);
    figures.put("articles", counted.size());
    figures.put("articlesPerSecondPerCore", BenchInput.rounded(ours));
    figures.put("referenceArticlesPerSecondPerCore", BenchInput.rounded(theirs));
    figures.put("heapMegabytes", heap);
    figures.put("twoThreadsToOne", BenchInput.rounded(twoToOne));
    figures.setAll(weight);
    figures.put("gazetteerShare", gazetteerShare(gazetteer, texts(enricher, counted), ours));
    decoders(figures, texts(enricher, articles.subList(0, Math.min(RACED, articles.size()))));
    return figures;
  }

  /** Something that is done again and again until it is as fast as it gets. */
  private interface Round {
    void run() throws Exception;
  }

  private static void warm(Round round) throws Exception {
    Stopwatch watch = new Stopwatch();
    while (watch.stop().cpu().compareTo(WARM) < 0) round.run();
  }

  /** By wall time in turns, so that it means nothing where others want the same cores. */
  private static double twoThreadsToOne(Enricher enricher, List<RawArticle> articles)
      throws Exception {
    Duration one = Duration.ZERO;
    Duration two = Duration.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      two = two.plus(new PureEnrich(enricher::alone, 2, article -> {}).run(articles).wall());
      one = one.plus(new PureEnrich(enricher::alone, 1, article -> {}).run(articles).wall());
    }
    return (double) one.toNanos() / two.toNanos();
  }

  private static List<String> texts(Enricher enricher, List<RawArticle> articles) {
    return articles.stream().map(enricher::alone).map(EnrichedArticle::body).toList();
  }

  /** Texts a second of one core. */
  @SuppressWarnings("unchecked")
  private static double coreNlp(List<String> warmUp, List<String> texts) throws Exception {
    Class<?> type = Peers.of("enrich").withModels().type(CORE_NLP);
    var peer = (Function<String, Map<?, ?>>) type.getConstructor().newInstance();
    warm(() -> names(peer, warmUp));
    Stopwatch watch = new Stopwatch();
    names(peer, texts);
    return 1e6 / watch.stop().cpuMicrosEach(texts.size());
  }

  private static long names(Function<String, Map<?, ?>> peer, List<String> texts) {
    return texts.stream().mapToLong(text -> peer.apply(text).size()).sum();
  }

  /** What the one automaton weighs, before anything else is loaded. */
  private static Gazetteer weighed(ObjectNode figures) {
    long before = heapMegabytes();
    Gazetteer gazetteer = Gazetteer.load();
    figures.put("gazetteerMegabytes", heapMegabytes() - before);
    figures.put("gazetteerNames", gazetteer.names());
    return gazetteer;
  }

  /** Its part of the time for an article. */
  private static double gazetteerShare(Gazetteer gazetteer, List<String> texts, double perSecond) {
    Tokenizer tokenizer = Tokenizer.load();
    List<Tokens> tokens = texts.stream().map(tokenizer::tokenize).toList();
    for (Tokens text : tokens) gazetteer.find(text);
    Stopwatch watch = new Stopwatch();
    for (Tokens text : tokens) gazetteer.find(text);
    return BenchInput.rounded(watch.stop().cpuMicrosEach(tokens.size()) * perSecond / 1e6);
  }

  @SuppressWarnings("unchecked")
  private static void decoders(ObjectNode figures, List<String> texts) throws Exception {
    Class<?> type = Peers.of("enrich").isolated(DECODERS);
    var race = (Function<List<String>, Map<String, Double>>) type.getConstructor().newInstance();
    Map<String, Double> raced = race.apply(texts);
    double ours = raced.getOrDefault("ours", 0.0);
    double theirs = raced.getOrDefault("theirs", 0.0);
    figures.put("decoderTokensPerSecondPerCore", BenchInput.rounded(ours));
    figures.put("nameFinderMeTokensPerSecondPerCore", BenchInput.rounded(theirs));
    figures.put("decoderRatio", BenchInput.rounded(ours / theirs));
    figures.put("identicalNames", raced.getOrDefault("different", 1.0) == 0 ? 1 : 0);
  }

  /** What is reachable, enricher and articles included. */
  static long heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
