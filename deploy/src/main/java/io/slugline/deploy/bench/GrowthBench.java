package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.Enricher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What grows: enrich's heap over a long run, and the cost of an article with its length: the same
 * text as one article and as a hundred. The file's articles come round again when there are fewer
 * than asked for.
 */
final class GrowthBench implements Bench {
  private static final int SMALL = 50_000;
  private static final int LARGE = 5_000_000;

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

    String text = text(lines, LARGE);
    double small = seconds(enricher, parts(text, SMALL));
    double large = seconds(enricher, parts(text, LARGE));
    ObjectNode figures =
        BenchInput.figures("the same 5 MB as " + LARGE / SMALL + " articles", large / small);
    figures.put("articles", input.articles());
    figures.put("processorSeconds", BenchInput.rounded(seconds));
    figures.put("heapMegabytesAfterATenth", start);
    figures.put("heapMegabytes", end);
    figures.put("smallMillis", BenchInput.rounded(small * 1e3 / (LARGE / SMALL)));
    figures.put("largeMillis", BenchInput.rounded(large * 1e3));
    return figures;
  }

  private static void enrich(Enricher enricher, List<String> lines, int from, int to) {
    for (int at = from; at < to; at++) {
      enricher.alone(BenchInput.raw(lines.get(at % lines.size()), at));
    }
  }

  /** Processor time of all of them, the second time. */
  private static double seconds(Enricher enricher, List<RawArticle> articles) {
    articles.forEach(enricher::alone);
    Stopwatch watch = new Stopwatch();
    articles.forEach(enricher::alone);
    return watch.stop().cpu().toNanos() / 1e9;
  }

  /** One text of so many characters, made of those of many articles. */
  private static String text(List<String> lines, int length) throws IOException {
    StringBuilder text = new StringBuilder(length + SMALL);
    for (int at = 0; text.length() < length; at++) {
      String line = lines.get(at % lines.size());
      text.append(Json.mapper().readTree(line).path("text").asText()).append("\n\n");
    }
    text.setLength(length);
    return text.toString();
  }

  private static List<RawArticle> parts(String text, int length) {
    List<RawArticle> parts = new ArrayList<>();
    for (int at = 0; at < text.length(); at += length) {
      ObjectNode article = Json.mapper().createObjectNode();
      article.put("title", "One long article").put("text", text.substring(at, at + length));
      parts.add(BenchInput.raw(article.toString(), at));
    }
    return parts;
  }
}
