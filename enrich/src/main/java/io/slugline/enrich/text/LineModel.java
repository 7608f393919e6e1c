package io.slugline.enrich.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has been learned of lines that no rule knows, and of those whose rule is often wrong. It
 * judges each line by itself, its neighbours, and by what the rules said of them.
 */
final class LineModel {
  private static final double NOISE = 0.7;
  private static final double SURELY_NOISE = 0.95;
  private static final double CONTENT = 0.4;
  private static final Set<String> DOUBTFUL =
      Set.of(
          "caption/1", "biography/1", "byline/1", "newsletter/1", "tip-line/1", "comment-call/1");
  private static final int LONG = 180;
  private static final int FEWEST_LINES = 6;

  private final WordWeights words;
  private final Trees trees;

  LineModel(WordWeights words, Trees trees) {
    this.words = words;
    this.trees = trees;
  }

  static LineModel load() {
    return new LineModel(WordWeights.load("line-words.txt"), Trees.load("lines.txt"));
  }

  String version() {
    return trees.version();
  }

  void judge(Sheet sheet) {
    if (sheet.size() < FEWEST_LINES) return;
    LineFeatures features = new LineFeatures(sheet, words);
    float[][] rows = features.rows();
    for (int at = 0; at < rows.length; at++) {
      Line line = sheet.line(at);
      String rule = sheet.cutBy(at);
      boolean asked = sheet.isKept(at) || isDoubtful(line, rule);
      if (!asked || !words.knows(features.words(at))) continue;
      double likely = trees.likelihood(rows[at]);
      double needed = line.isParagraph() ? SURELY_NOISE : NOISE;
      if (rule == null && likely >= needed) sheet.cut(at, trees.version());
      if (rule != null && likely < CONTENT) sheet.keep(at);
    }
  }

  // Long lines cost most when their rule is wrong.
  private static boolean isDoubtful(Line line, @Nullable String rule) {
    return rule != null && line.length() >= LONG && DOUBTFUL.contains(rule);
  }
}
