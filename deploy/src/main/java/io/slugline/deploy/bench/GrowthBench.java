package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.Enricher;
import java.io.IOException;
import java.util.List;

/**
 * What grows: enrich's heap over a long run, and the cost of an article with its length. The file's
 * articles come round again when there are fewer than asked for.
 */
final class GrowthBench implements Bench {
  private static final int SMALL = 50_000;
  private static final int LARGE = 5_000_000;
  private static final int MOST = 100;
  private static final int ROUNDS = 20;

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<String> lines = input.lines();
    Enricher enricher = Enricher.load();
    int early = input.articles() / 10;
    Stopwatch watch = new Stopwatch();
    enrich(enricher, lines, 0, early);
    long start = EnrichBench.heapMegabytes();
    enrich(enricher, lines, early, input.articles());
    long end = EnrichBench.heapMegabytes();
    double seconds = watch.stop().cpu().toNanos() / 1e9;

    double small = seconds(enricher, article(lines, SMALL), ROUNDS);
    double large = seconds(enricher, article(lines, LARGE), 1);
    ObjectNode figures =
        BenchInput.figures(MOST + " times the cost of 50 KB for 5 MB", large / small / MOST);
    figures.put("articles", input.articles());
    figures.put("processorSeconds", BenchInput.rounded(seconds));
    figures.put("heapMegabytesAfterATenth", start);
    figures.put("heapMegabytes", end);
    figures.put("smallMillis", BenchInput.rounded(small * 1e3));
    figures.put("largeMillis", BenchInput.rounded(large * 1e3));
    return figures;
  }

  private static void enrich(Enricher enricher, List<String> lines, int from, int to) {
    for (int at = from; at < to; at++) {
      enricher.alone(BenchInput.raw(lines.get(at % lines.size()), at));
    }
  }

  /** Processor time of one article, the mean of some rounds after as many to warm up. */
  private static double seconds(Enricher enricher, RawArticle article, int rounds) {
    for (int round = 0; round < rounds; round++) enricher.alone(article);
    Stopwatch watch = new Stopwatch();
    for (int round = 0; round < rounds; round++) enricher.alone(article);
    return watch.stop().cpu().toNanos() / 1e9 / rounds;
  }

  /** One article of so many characters, made of the texts of many. */
  private static RawArticle article(List<String> lines, int length) throws IOException {
    StringBuilder text = new StringBuilder(length + SMALL);
    for (int at = 0; text.length() < length; at++) {
      String line = lines.get(at % lines.size());
      text.append(Json.mapper().readTree(line).path("text").asText()).append("\n\n");
    }
    text.setLength(length);
    ObjectNode article = Json.mapper().createObjectNode();
    article.put("title", "One long article").put("text", text.toString());
    return BenchInput.raw(article.toString(), 0);
  }
}
