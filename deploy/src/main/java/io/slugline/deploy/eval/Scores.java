package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The way scores are written. */
final class Scores {
  private Scores() {}

  /** Precision, recall and their harmonic mean; an undefined share is 0. */
  static void put(ObjectNode into, double precision, double recall) {
    double sum = precision + recall;
    into.put("precision", rounded(precision));
    into.put("recall", rounded(recall));
    into.put("f1", rounded(sum > 0 ? 2 * precision * recall / sum : 0));
  }

  static double rounded(double score) {
    return Double.isNaN(score) ? 0 : Math.round(score * 10_000) / 10_000.0;
  }
}
