package io.slugline.alerting.watch.index;

/** The part does not match. */
record NotThat(Clause part, int from, int to) implements Clause {

  @Override
  public boolean matches(Hits hits) {
    return !part.matches(hits);
  }

  @Override
  public void testify(Hits hits, Witness witness) {
    // What is not there has no place.
  }
}
