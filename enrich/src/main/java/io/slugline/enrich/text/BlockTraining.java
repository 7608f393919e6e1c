package io.slugline.enrich.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;

/**
 * Learns which blocks of a page are its article, from pages and the text that people took from
 * them. The second model is shown what first models thought that had not seen the page.
 */
public final class BlockTraining {
  private static final int DEPTH = 4;
  private static final int ROUNDS = 140;
  private static final double RATE = 0.1;
  private static final int FOLDS = 4;

  private final LineRules rules = LineRules.load();
  private final List<Page> pages = new ArrayList<>();

  /** One page: what is known of its blocks, and how much of each the gold text has. */
  private record Page(List<Block> blocks, float[][] rows, double[] shares, double[] weights) {}

  /** The two models, as lines of text. */
  public record Models(List<String> first, List<String> second) {}

  /** A page and its clean text as a person took it. */
  public void add(String html, String gold) {
    Traced source =
        Decoding.decode(html.getBytes(StandardCharsets.UTF_8), 0, StandardCharsets.UTF_8);
    Document page = HtmlReader.parse(source);
    Markup markup = new Markup(source);
    List<Block> blocks = Blocks.of(page.body(), markup);
    if (blocks.isEmpty()) return;
    Traced title = new PageFacts(page, markup).title(blocks);
    double[] shares = GoldBlocks.shares(blocks, gold);
    double[] weights = new double[shares.length];
    for (int i = 0; i < weights.length; i++)
      weights[i] = Math.pow(Math.min(120, blocks.get(i).words()), 0.6);
    float[][] rows = new BlockFeatures(blocks, title, rules).rows();
    pages.add(new Page(blocks, rows, labels(shares), weights));
  }

  public Models train(String version) {
    double[][] likely = new double[pages.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      Trees unseeing = first(version, fold);
      for (int at = fold; at < pages.size(); at += FOLDS) {
        likely[at] = MainText.likelihoods(unseeing, pages.get(at).rows());
      }
    }
    List<float[][]> wide = new ArrayList<>();
    for (int at = 0; at < pages.size(); at++) {
      Page page = pages.get(at);
      wide.add(MainText.widened(page.rows(), likely[at], page.blocks()));
    }
    return new Models(first(version, -1).write(), grow(version, wide, pages).write());
  }

  private Trees first(String version, int leftOut) {
    List<float[][]> rows = new ArrayList<>();
    List<Page> seen = new ArrayList<>();
    for (int at = 0; at < pages.size(); at++) {
      if (leftOut >= 0 && at % FOLDS == leftOut) continue;
      rows.add(pages.get(at).rows());
      seen.add(pages.get(at));
    }
    return grow(version, rows, seen);
  }

  private static Trees grow(String version, List<float[][]> rows, List<Page> pages) {
    float[][] all = rows.stream().flatMap(Arrays::stream).toArray(float[][]::new);
    double[] labels =
        pages.stream().flatMapToDouble(page -> Arrays.stream(page.shares())).toArray();
    double[] weights =
        pages.stream().flatMapToDouble(page -> Arrays.stream(page.weights())).toArray();
    return new TreeGrower(all, labels, weights, DEPTH, ROUNDS, RATE).grow(version);
  }

  private static double[] labels(double[] shares) {
    return Arrays.stream(shares).map(share -> share >= 0.5 ? 1 : 0).toArray();
  }
}
