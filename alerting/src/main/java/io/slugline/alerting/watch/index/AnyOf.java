package io.slugline.alerting.watch.index;

/** At least one part matches. */
record AnyOf(Clause[] parts, int from, int to) implements Clause {

  @Override
  public boolean matches(Hits hits) {
    for (Clause part : parts) {
      if (part.matches(hits)) return true;
    }
    return false;
  }

  @Override
  public void testify(Hits hits, Witness witness) {
    for (Clause part : parts) {
      if (part.matches(hits)) part.testify(hits, witness);
    }
  }
}
