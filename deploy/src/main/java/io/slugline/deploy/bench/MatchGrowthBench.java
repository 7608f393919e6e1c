package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench match-growth}: the monitor alone with a thousand stored queries, then with ten times
 * as many watches, and on up to {@code --watches}. What comes in addition are names that no text
 * has, so that every article matches what it matched before: what grows is the cost of watches that
 * do not match. Draws it, too.
 */
final class MatchGrowthBench implements Bench {
  private static final int SMALLEST = 1000;
  private static final int LARGEST = 1_000_000;
  private static final int BAR = 50;

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<EnrichedArticle> articles = MatchArticles.read(input.lines());
    int half = articles.size() / 2;
    List<Size> sizes = new ArrayList<>();
    for (int watches = SMALLEST; watches <= input.watchesOr(LARGEST); watches *= 10) {
      Size size =
          measure(watches, articles.subList(0, half), articles.subList(half, articles.size()));
      System.err.println(size.bar(sizes.isEmpty() ? size : sizes.get(0)));
      sizes.add(size);
    }
    return figures(sizes);
  }

  /** How it goes with so many watches. */
  private record Size(int watches, double articlesPerSecond, long bytes, double matches) {

    String bar(Size first) {
      int length = (int) Math.round(BAR * articlesPerSecond / first.articlesPerSecond);
      return "%,9d watches %s %,.0f articles/s, %d bytes a watch"
          .formatted(watches, "█".repeat(length), articlesPerSecond, bytes);
    }
  }

  private static Size measure(
      int watches, List<EnrichedArticle> warm, List<EnrichedArticle> measured) throws Exception {
    long bytes = MatchQueries.bytesPerWatch(SMALLEST, watches);
    double rate =
        PureMatching.perSecond(() -> MatchQueries.load(SMALLEST, watches), warm, measured);
    Monitor monitor = MatchQueries.load(SMALLEST, watches);
    long matches = measured.stream().mapToLong(article -> monitor.match(article).size()).sum();
    return new Size(watches, rate, bytes, (double) matches / measured.size());
  }

  private static ObjectNode figures(List<Size> sizes) {
    Size first = sizes.get(0);
    Size last = sizes.get(sizes.size() - 1);
    ObjectNode figures =
        BenchInput.figures(
            "the same at " + SMALLEST + " watches",
            last.articlesPerSecond / first.articlesPerSecond);
    ArrayNode grown = figures.putArray("sizes");
    for (Size size : sizes) {
      grown
          .addObject()
          .put("watches", size.watches)
          .put("articlesPerSecond", BenchInput.rounded(size.articlesPerSecond))
          .put("bytesPerWatch", size.bytes)
          .put("matchesPerArticle", size.matches);
    }
    return figures;
  }
}
