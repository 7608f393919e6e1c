package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.Enricher;
import java.util.ArrayList;
import java.util.List;

/** All that enrich does to an article, against OpenNLP's own readers doing a part of it. */
final class EnrichBench implements Bench {
  private static final int WARM_UP = 500;

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<String> lines = input.lines();
    List<RawArticle> articles = new ArrayList<>();
    for (String line : lines) articles.add(BenchInput.raw(line, articles.size()));
    Enricher enricher = Enricher.load();
    PureEnrich one = new PureEnrich(enricher, 1);
    OpenNlpReaders readers = OpenNlpReaders.load();
    List<RawArticle> warmUp = articles.subList(0, Math.min(WARM_UP, articles.size()));
    one.run(warmUp);
    List<String> texts = articles.stream().map(enricher::alone).map(EnrichedArticle::body).toList();
    readers.run(texts.subList(0, warmUp.size()));

    Stopwatch.Taken theirs = readers.run(texts);
    Stopwatch.Taken ours = one.run(articles);
    double mine = 1e6 / ours.cpuMicrosEach(articles.size());
    double reference = 1e6 / theirs.cpuMicrosEach(articles.size());
    ObjectNode figures =
        BenchInput.figures(
            "OpenNLP's own sentence detector, tokenizer and part-of-speech tagger",
            mine / reference);
    figures.put("articles", articles.size());
    figures.put("articlesPerSecondPerCore", BenchInput.rounded(mine));
    figures.put("referenceArticlesPerSecondPerCore", BenchInput.rounded(reference));
    figures.put("heapMegabytes", heapMegabytes());
    return figures;
  }

  /** What is reachable, enricher and articles included. */
  private static long heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
