package io.slugline.enrich.text;

import io.slugline.contract.SourceLines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns which lines of a text without markup are noise. The trees are shown weights of words that
 * were counted without the line's own source.
 */
public final class LineTraining {
  private static final int DEPTH = 4;
  private static final int ROUNDS = 120;
  private static final double RATE = 0.1;
  private static final int FOLDS = 5;
  private static final int FEWEST_SOURCES = 3;

  private final LineCleaner cleaner = new LineCleaner(LineRules.load());
  private final LineMemories memories = new LineMemories();
  private final List<Text> texts = new ArrayList<>();

  /** One text after the rules, and for each line 1 for noise, 0 for content, -1 for unsure. */
  private record Text(String source, Sheet sheet, int[] labels) {
    int fold() {
      return Math.floorMod(source.hashCode(), FOLDS);
    }
  }

  /** The model, as lines of text. */
  public record Model(List<String> words, List<String> trees) {}

  /**
   * One text, in the order in which its source published.
   *
   * @param labels content, noise or unsure for each line
   */
  public void add(String source, String title, List<String> lines, List<String> labels) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    List<Line> read = PlainLines.of(Decoding.decode(bytes, 0, StandardCharsets.UTF_8));
    SourceLines known = memories.known(source);
    Set<String> learned = known == null ? Set.of() : Set.copyOf(known.lines());
    Sheet sheet = cleaner.clean(read, title, learned);
    memories.learn(source, read.stream().map(Line::folded).toList(), Instant.EPOCH);
    if (read.size() == lines.size()) texts.add(new Text(source, sheet, codes(labels)));
  }

  public Model train(String version) {
    List<float[]> rows = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      WordWeights words = words(fold);
      for (Text text : texts) {
        if (text.fold() != fold) continue;
        float[][] all = new LineFeatures(text.sheet(), words).rows();
        for (int at = 0; at < all.length; at++) {
          if (text.labels()[at] < 0) continue;
          rows.add(all[at]);
          labels.add((double) text.labels()[at]);
          weights.add(text.labels()[at] == 1 ? 1.0 : 1 + text.sheet().line(at).length() / 100.0);
        }
      }
    }
    TreeGrower grower =
        new TreeGrower(
            rows.toArray(float[][]::new), array(labels), array(weights), DEPTH, ROUNDS, RATE);
    return new Model(words(-1).write(), grower.grow(version).write());
  }

  private WordWeights words(int leftOut) {
    Map<String, double[]> counts = new HashMap<>();
    Map<String, Set<String>> sources = new HashMap<>();
    double[] lines = new double[2];
    for (Text text : texts) {
      if (text.fold() == leftOut) continue;
      for (int at = 0; at < text.labels().length; at++) {
        int label = text.labels()[at];
        if (label < 0) continue;
        lines[label]++;
        for (String word :
            new HashSet<>(List.of(WordWeights.words(text.sheet().line(at).folded())))) {
          counts.computeIfAbsent(word, w -> new double[2])[label]++;
          sources.computeIfAbsent(word, w -> new HashSet<>()).add(text.source());
        }
      }
    }
    return weights(counts, sources, lines);
  }

  private static WordWeights weights(
      Map<String, double[]> counts, Map<String, Set<String>> sources, double[] lines) {
    Map<String, Float> weights = new HashMap<>();
    counts.forEach(
        (word, count) -> {
          boolean rare = sources.getOrDefault(word, Set.of()).size() < FEWEST_SOURCES;
          if (word.isEmpty() || rare || count[0] + count[1] < 5) return;
          double odds = (count[1] + 0.5) / (lines[1] + 1) / ((count[0] + 0.5) / (lines[0] + 1));
          float weight = Math.round(Math.log(odds) * 100) / 100f;
          weights.put(word, weight);
        });
    return new WordWeights(weights);
  }

  private static int[] codes(List<String> labels) {
    return labels.stream()
        .mapToInt(label -> label.equals("noise") ? 1 : label.equals("content") ? 0 : -1)
        .toArray();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
