package io.slugline.alerting.watch.index;

/** The weights of the matching parts add up to the threshold. */
record SumOf(double threshold, Clause[] parts, double[] weights, int from, int to)
    implements Clause {

  @Override
  public boolean matches(Hits hits) {
    return sum(hits) >= threshold;
  }

  double sum(Hits hits) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].matches(hits)) sum += weights[i];
    }
    return sum;
  }

  @Override
  public void testify(Hits hits, Witness witness) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches(hits)) continue;
      sum += weights[i];
      witness.counted(parts[i], weights[i], sum);
      parts[i].testify(hits, witness);
    }
  }
}
