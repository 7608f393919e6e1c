package io.slugline.alerting.watch.index;

/** A compiled node of a query: asks the hits of one article. */
sealed interface Clause permits Clause.Placed, AllOf, AnyOf, NotThat, CountOf, SumOf {

  /** First unit of the query's text that this was made from. */
  int from();

  /** One past the last unit. */
  int to();

  boolean matches(Hits hits);

  /** Tells the witness each part that made this match; called only where it did. */
  void testify(Hits hits, Witness witness);

  /** A clause with a place in the text. */
  sealed interface Placed extends Clause permits Leaf, AnyPlaced, Nearby, Loose {

    /** Adds every place, in no order. */
    void places(Hits hits, Spans to);

    @Override
    default void testify(Hits hits, Witness witness) {
      Spans spans = new Spans();
      places(hits, spans);
      spans.sorted();
      if (spans.size() > 0) witness.saw(this, spans.start(0), spans.end(0), -1);
    }
  }

  /** Takes down what made a watch match. */
  interface Witness {

    /**
     * @param mention which of the article's mentions it was; -1 for words
     */
    void saw(Clause clause, int start, int end, int mention);

    /** Something without a place in the text: a source, a language. */
    default void knew(Clause clause) {}

    /** The running sum of a score after one of its parts. */
    default void counted(Clause part, double weight, double sum) {}
  }
}
