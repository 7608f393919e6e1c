package io.slugline.alerting.watch.index;

/** At least one part matches, and every part has a place in the text. */
record AnyPlaced(Clause.Placed[] parts, int from, int to) implements Clause.Placed {

  @Override
  public boolean matches(Hits hits) {
    for (Clause part : parts) {
      if (part.matches(hits)) return true;
    }
    return false;
  }

  @Override
  public void places(Hits hits, Spans spans) {
    for (Clause.Placed part : parts) part.places(hits, spans);
  }

  @Override
  public void testify(Hits hits, Clause.Witness witness) {
    for (Clause part : parts) {
      if (part.matches(hits)) part.testify(hits, witness);
    }
  }
}
