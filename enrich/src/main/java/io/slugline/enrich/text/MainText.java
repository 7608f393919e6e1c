package io.slugline.enrich.text;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article among the blocks of a page. A first model looks at each block and what stands
 * around it; a second one also sees what the first thought of the neighbours.
 */
final class MainText {
  // Below one half: a paragraph lost costs more than a line too many.
  private static final double LIKELY = 0.45;
  private static final int NEAR = 4;
  private static final int FEWEST_WORDS = 80;
  private static final double MOST = 0.7;

  private final LineRules rules;
  private final Trees first;
  private final Trees second;

  MainText(LineRules rules, Trees first, Trees second) {
    this.rules = rules;
    this.first = first;
    this.second = second;
  }

  static MainText load(LineRules rules) {
    return new MainText(rules, Trees.load("blocks-1.txt"), Trees.load("blocks-2.txt"));
  }

  String version() {
    return second.version();
  }

  /**
   * For each block whether it belongs to the article.
   *
   * @param claimed the article's text as the page's own data tell it, or nothing
   */
  boolean[] choose(List<Block> blocks, @Nullable Traced title, String claimed) {
    boolean[] told = told(blocks, claimed);
    if (told.length > 0) return told;
    float[][] rows = new BlockFeatures(blocks, title, rules).rows();
    double[] likely = likelihoods(first, rows);
    double[] better = likelihoods(second, widened(rows, likely, blocks));
    boolean[] chosen = new boolean[blocks.size()];
    boolean any = false;
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = better[i] >= LIKELY;
      any |= chosen[i];
    }
    if (!any) fallBack(blocks, better, chosen);
    return chosen;
  }

  // What a page's data say is its text is believed when it is a text and most of it is found.
  private static boolean[] told(List<Block> blocks, String claimed) {
    boolean[] told = new boolean[blocks.size()];
    int expected = Folding.words(claimed).split(" ").length;
    if (expected < FEWEST_WORDS) return new boolean[0];
    double[] shares = GoldBlocks.shares(blocks, claimed);
    double found = 0;
    for (int i = 0; i < told.length; i++) {
      told[i] = shares[i] >= 0.5;
      if (told[i]) found += blocks.get(i).words();
    }
    return found >= expected * MOST ? told : new boolean[0];
  }

  // A page where nothing looks like an article: what comes nearest to one.
  private static void fallBack(List<Block> blocks, double[] likely, boolean[] chosen) {
    double most = Arrays.stream(likely).max().orElse(0);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = likely[i] >= most / 2 && blocks.get(i).linkDensity() < 0.5;
    }
  }

  static double[] likelihoods(Trees model, float[][] rows) {
    double[] likely = new double[rows.length];
    for (int i = 0; i < rows.length; i++) likely[i] = model.likelihood(rows[i]);
    return likely;
  }

  /** Rows with what the first model thought of the neighbours at their end. */
  static float[][] widened(float[][] rows, double[] likely, List<Block> blocks) {
    float[][] wide = new float[rows.length][];
    ParentMeans means = new ParentMeans(blocks, likely);
    for (int i = 0; i < rows.length; i++) {
      int width = rows[i].length;
      wide[i] = Arrays.copyOf(rows[i], width + 2 * NEAR + 4);
      for (int near = -NEAR; near <= NEAR; near++) {
        int at = i + near;
        wide[i][width++] = at < 0 || at >= rows.length ? 0 : (float) likely[at];
      }
      Element holder = blocks.get(i).holder();
      wide[i][width++] = means.of(holder);
      wide[i][width++] = means.of(holder.parent());
      wide[i][width] = means.between(i);
    }
    return wide;
  }
}
