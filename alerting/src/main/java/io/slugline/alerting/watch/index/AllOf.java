package io.slugline.alerting.watch.index;

/** Every part matches. */
record AllOf(Clause[] parts, int from, int to) implements Clause {

  @Override
  public boolean matches(Hits hits) {
    for (Clause part : parts) {
      if (!part.matches(hits)) return false;
    }
    return true;
  }

  @Override
  public void testify(Hits hits, Witness witness) {
    for (Clause part : parts) part.testify(hits, witness);
  }
}
