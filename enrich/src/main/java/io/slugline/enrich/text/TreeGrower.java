package io.slugline.enrich.text;

import java.util.Arrays;

/**
 * Grows {@link Trees} from labelled rows: gradient boosting on the logistic loss, over histograms.
 * The same rows give the same trees.
 */
final class TreeGrower {
  private static final int BINS = 64;
  private static final double SMOOTHING = 5;
  private static final double LIGHTEST_LEAF = 8;

  private final int depth;
  private final int rounds;
  private final double rate;
  private final int width;
  private final float[][] borders;
  private final byte[][] bins;
  private final double[] labels;
  private final double[] weights;
  private final double[] scores;

  TreeGrower(
      float[][] rows, double[] labels, double[] weights, int depth, int rounds, double rate) {
    this.depth = depth;
    this.rounds = rounds;
    this.rate = rate;
    this.width = rows[0].length;
    this.labels = labels;
    this.weights = weights;
    this.scores = new double[rows.length];
    this.borders = new float[width][];
    this.bins = new byte[width][rows.length];
    for (int feature = 0; feature < width; feature++) bin(rows, feature);
  }

  Trees grow(String version) {
    int inner = (1 << depth) - 1;
    int[][] features = new int[rounds][inner];
    float[][] thresholds = new float[rounds][inner];
    float[][] answers = new float[rounds][inner + 1];
    for (int round = 0; round < rounds; round++) {
      tree(features[round], thresholds[round], answers[round]);
    }
    return new Trees(version, depth, features, thresholds, answers);
  }

  private void bin(float[][] rows, int feature) {
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) values[i] = rows[i][feature];
    Arrays.sort(values);
    float[] found = new float[BINS];
    int count = 0;
    for (int bin = 1; bin < BINS; bin++) {
      float value = values[(int) ((long) bin * (values.length - 1) / BINS)];
      boolean last = value >= values[values.length - 1];
      if (!last && (count == 0 || value > found[count - 1])) found[count++] = value;
    }
    borders[feature] = Arrays.copyOf(found, count);
    for (int i = 0; i < rows.length; i++) {
      int at = Arrays.binarySearch(borders[feature], rows[i][feature]);
      bins[feature][i] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  private void tree(int[] features, float[] thresholds, float[] answers) {
    int rows = labels.length;
    double[] slope = new double[rows];
    double[] bend = new double[rows];
    for (int i = 0; i < rows; i++) {
      double likely = 1 / (1 + Math.exp(-scores[i]));
      slope[i] = weights[i] * (likely - labels[i]);
      bend[i] = weights[i] * Math.max(1e-6, likely * (1 - likely));
    }
    int[] node = new int[rows];
    for (int level = 0; level < depth; level++) {
      int first = (1 << level) - 1;
      split(first, 1 << level, node, slope, bend, features, thresholds);
    }
    answer(node, slope, bend, answers);
  }

  private void split(
      int first,
      int nodes,
      int[] node,
      double[] slope,
      double[] bend,
      int[] features,
      float[] thresholds) {
    double[] best = new double[nodes];
    int[] bestBin = new int[nodes];
    Arrays.fill(bestBin, -1);
    for (int feature = 0; feature < width; feature++) {
      double[][] sums = sums(feature, first, nodes, node, slope, bend);
      for (int at = 0; at < nodes; at++) {
        int bin = bestBin(sums, at, best);
        if (bin < 0 || bin >= borders[feature].length) continue;
        bestBin[at] = bin;
        features[first + at] = feature;
      }
    }
    for (int at = 0; at < nodes; at++) {
      boolean none = bestBin[at] < 0;
      thresholds[first + at] = none ? Float.MAX_VALUE : borders[features[first + at]][bestBin[at]];
      if (none) features[first + at] = 0;
    }
    for (int i = 0; i < node.length; i++) {
      int at = node[i] - first;
      boolean left = bestBin[at] < 0 || bins[features[node[i]]][i] <= bestBin[at];
      node[i] = 2 * node[i] + (left ? 1 : 2);
    }
  }

  private double[][] sums(
      int feature, int first, int nodes, int[] node, double[] slope, double[] bend) {
    double[][] sums = new double[2][nodes * BINS];
    byte[] column = bins[feature];
    for (int i = 0; i < node.length; i++) {
      int cell = (node[i] - first) * BINS + column[i];
      sums[0][cell] += slope[i];
      sums[1][cell] += bend[i];
    }
    return sums;
  }

  // The last bin on the left side of the best split; -1 when no split is better than before.
  private static int bestBin(double[][] sums, int node, double[] best) {
    double slopes = 0;
    double bends = 0;
    for (int bin = 0; bin < BINS; bin++) {
      slopes += sums[0][node * BINS + bin];
      bends += sums[1][node * BINS + bin];
    }
    double whole = slopes * slopes / (bends + SMOOTHING);
    double left = 0;
    double leftBends = 0;
    int found = -1;
    for (int bin = 0; bin < BINS - 1; bin++) {
      left += sums[0][node * BINS + bin];
      leftBends += sums[1][node * BINS + bin];
      double right = slopes - left;
      double rightBends = bends - leftBends;
      if (leftBends < LIGHTEST_LEAF || rightBends < LIGHTEST_LEAF) continue;
      double gain =
          left * left / (leftBends + SMOOTHING) + right * right / (rightBends + SMOOTHING) - whole;
      if (gain > best[node] + 1e-9) {
        best[node] = gain;
        found = bin;
      }
    }
    return found;
  }

  private void answer(int[] node, double[] slope, double[] bend, float[] answers) {
    int first = answers.length - 1;
    double[] slopes = new double[answers.length];
    double[] bends = new double[answers.length];
    for (int i = 0; i < node.length; i++) {
      slopes[node[i] - first] += slope[i];
      bends[node[i] - first] += bend[i];
    }
    for (int leaf = 0; leaf < answers.length; leaf++) {
      answers[leaf] = (float) (-rate * slopes[leaf] / (bends[leaf] + SMOOTHING));
    }
    for (int i = 0; i < node.length; i++) scores[i] += answers[node[i] - first];
  }
}
