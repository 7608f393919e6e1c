package io.slugline.alerting.watch.index;

/**
 * Two clauses with at most so many tokens between them. Of the places of both sides the neighbours
 * are looked at, as a merge of the two lists meets them: a NEAR of a NEAR measures from the
 * stretches that this finds.
 */
record Nearby(
    Clause.Placed left, Clause.Placed right, int distance, boolean ordered, int from, int to)
    implements Clause.Placed {

  @Override
  public boolean matches(Hits hits) {
    if (!left.matches(hits) || !right.matches(hits)) return false;
    Spans found = new Spans();
    places(hits, found);
    return found.size() > 0;
  }

  @Override
  public void places(Hits hits, Spans to) {
    Spans first = of(left, hits);
    Spans second = of(right, hits);
    hits.look(first.size() + second.size());
    if (ordered) inOrder(first, second, to);
    else eitherOrder(first, second, to);
  }

  /** Tokens between the closest two places; {@code Integer.MAX_VALUE} without two in one field. */
  int nearest(Hits hits) {
    Spans first = of(left, hits);
    Spans second = of(right, hits);
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < first.size(); i++) {
      hits.look(second.size());
      for (int j = 0; j < second.size(); j++) {
        nearest = Math.min(nearest, between(first, i, second, j));
      }
    }
    return nearest < Hits.BODY / 2 ? nearest : Integer.MAX_VALUE;
  }

  private int between(Spans first, int i, Spans second, int j) {
    int after = second.start(j) - first.end(i);
    if (ordered) return after >= 0 ? after : Integer.MAX_VALUE;
    return Math.max(0, Math.max(after, first.start(i) - second.end(j)));
  }

  private static Spans of(Clause.Placed side, Hits hits) {
    Spans spans = new Spans();
    side.places(hits, spans);
    return spans.sorted();
  }

  private void eitherOrder(Spans first, Spans second, Spans to) {
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      int start = Math.min(first.start(i), second.start(j));
      int end = Math.max(first.end(i), second.end(j));
      int length = first.end(i) - first.start(i) + second.end(j) - second.start(j);
      if (end - start - length <= distance) to.add(start, end);
      if (first.isBefore(i, second, j)) i++;
      else j++;
    }
  }

  private void inOrder(Spans first, Spans second, Spans to) {
    int j = 0;
    for (int i = 0; i < first.size(); i++) {
      while (j < second.size() && second.start(j) < first.end(i)) j++;
      if (j == second.size()) return;
      if (second.start(j) - first.end(i) <= distance) to.add(first.start(i), second.end(j));
    }
  }
}
