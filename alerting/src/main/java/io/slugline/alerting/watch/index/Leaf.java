package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Query.Scope;

/**
 * One literal: a word, a phrase, a name.
 *
 * @param key the literal, and below it, in two bits, where it has to stand: there are millions of
 *     leaves
 */
record Leaf(int key, int from, int to) implements Clause.Placed {
  private static final Scope[] SCOPES = Scope.values();

  /** How many tokens of the body are its lead. */
  static final int LEAD = 60;

  static Leaf of(int literal, Scope scope, int from, int to) {
    return new Leaf(literal << 2 | scope.ordinal(), from, to);
  }

  int literal() {
    return key >>> 2;
  }

  Scope scope() {
    return SCOPES[key & 3];
  }

  @Override
  public boolean matches(Hits hits) {
    return first(hits) >= 0;
  }

  @Override
  public void places(Hits hits, Spans spans) {
    for (int hit = hits.first(literal()); hit >= 0; hit = hits.next(hit)) {
      if (isInScope(hits, hit)) spans.add(hits.start(hit), hits.end(hit));
    }
  }

  @Override
  public void testify(Hits hits, Clause.Witness witness) {
    int hit = first(hits);
    if (hits.end(hit) == 0) witness.knew(this);
    else witness.saw(this, hits.start(hit), hits.end(hit), hits.mention(hit));
  }

  private int first(Hits hits) {
    int hit = hits.first(literal());
    while (hit >= 0 && !isInScope(hits, hit)) hit = hits.next(hit);
    return hit;
  }

  private boolean isInScope(Hits hits, int hit) {
    int start = hits.start(hit);
    return switch (scope()) {
      case EITHER -> true;
      case TITLE -> start < Hits.BODY;
      case BODY -> start >= Hits.BODY;
      case LEAD -> start < Hits.BODY + LEAD;
    };
  }
}
