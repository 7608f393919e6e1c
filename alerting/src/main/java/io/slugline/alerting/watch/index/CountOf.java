package io.slugline.alerting.watch.index;

/** At least so many parts match. */
record CountOf(int least, Clause[] parts, int from, int to) implements Clause {

  @Override
  public boolean matches(Hits hits) {
    int count = 0;
    for (Clause part : parts) {
      if (part.matches(hits) && ++count >= least) return true;
    }
    return count >= least;
  }

  @Override
  public void testify(Hits hits, Witness witness) {
    for (Clause part : parts) {
      if (part.matches(hits)) part.testify(hits, witness);
    }
  }
}
