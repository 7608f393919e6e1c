package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Logistic regression: a chance from a few figures, by weights that can be read. */
final class Logistic {
  private static final double STIFFNESS = 1e-3;
  private static final int ROUNDS = 40;

  private final double[] weights;

  /**
   * @param weights the constant, then one for each figure
   */
  private Logistic(double[] weights) {
    this.weights = weights;
  }

  static Logistic parse(String list) {
    return new Logistic(Arrays.stream(list.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }

  @Override
  public String toString() {
    return Arrays.stream(weights)
        .mapToObj(weight -> String.format(Locale.ROOT, "%.3f", weight))
        .collect(Collectors.joining(" "));
  }

  double of(double... figures) {
    double sum = weights[0];
    for (int i = 0; i < figures.length; i++) sum += weights[i + 1] * figures[i];
    return 1 / (1 + Math.exp(-sum));
  }

  /** One case to learn from, and how much it counts. */
  record Case(double[] figures, boolean holds, double counts) {}

  /** Cases that count half in all, whatever their number. */
  static List<Case> half(List<Case> cases) {
    double each = .5 / cases.size();
    List<Case> half = new ArrayList<>();
    for (Case one : cases) half.add(new Case(one.figures(), one.holds(), each));
    return half;
  }

  /** Ridge regression by Newton's method, on figures brought to one scale. */
  static Logistic fit(List<Case> cases) {
    int size = cases.get(0).figures().length + 1;
    double[] scale = scale(cases, size);
    double all = cases.stream().mapToDouble(Case::counts).sum();
    double[] weights = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] system = new double[size][size + 1];
      for (Case one : cases) accumulate(one, scale, weights, system);
      for (int i = 1; i < size; i++) {
        system[i][i] += STIFFNESS * all;
        system[i][size] -= STIFFNESS * all * weights[i];
      }
      double[] step = solve(system);
      for (int i = 0; i < size; i++) weights[i] += Math.max(-3, Math.min(3, step[i]));
    }
    for (int i = 1; i < size; i++) weights[i] /= scale[i];
    return new Logistic(weights);
  }

  private static double[] scale(List<Case> cases, int size) {
    double[] scale = new double[size];
    Arrays.fill(scale, 1);
    for (int i = 1; i < size; i++) {
      int figure = i - 1;
      double mean = cases.stream().mapToDouble(c -> c.figures()[figure]).average().orElse(0);
      double variance =
          cases.stream()
              .mapToDouble(c -> Math.pow(c.figures()[figure] - mean, 2))
              .average()
              .orElse(0);
      scale[i] = Math.sqrt(Math.max(1e-12, variance));
    }
    return scale;
  }

  private static void accumulate(Case one, double[] scale, double[] weights, double[][] system) {
    double[] row = new double[scale.length];
    row[0] = 1;
    for (int i = 1; i < row.length; i++) row[i] = one.figures()[i - 1] / scale[i];
    double sum = 0;
    for (int i = 0; i < row.length; i++) sum += row[i] * weights[i];
    double chance = 1 / (1 + Math.exp(-sum));
    double curve = one.counts() * Math.max(1e-6, chance * (1 - chance));
    double error = one.counts() * ((one.holds() ? 1 : 0) - chance);
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) system[i][j] += curve * row[i] * row[j];
      system[i][row.length] += error * row[i];
    }
  }

  private static double[] solve(double[][] system) {
    int size = system.length;
    for (int column = 0; column < size; column++) {
      for (int row = 0; row < size; row++) {
        if (row == column) continue;
        double factor = system[row][column] / system[column][column];
        for (int k = column; k <= size; k++) system[row][k] -= factor * system[column][k];
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) solution[i] = system[i][size] / system[i][i];
    return solution;
  }
}
