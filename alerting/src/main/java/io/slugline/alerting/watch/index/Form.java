package io.slugline.alerting.watch.index;

/** One spelling of a word as it stands in articles, with what queries can know it by. */
final class Form {
  final String spelling;
  final String folded;

  // Replaced as a whole; a reader that sees the older one only looks again.
  private Extras extras = new Extras(-1, new int[0]);

  Form(String spelling, String folded) {
    this.spelling = spelling;
    this.folded = folded;
  }

  /** The symbols of exact words and prefixes that it fits, as of so many changes to them. */
  int[] extras(Symbols symbols, int changes) {
    Extras known = extras;
    if (known.changes == changes) return known.symbols;
    Extras fresh = new Extras(changes, symbols.extrasOf(folded));
    extras = fresh;
    return fresh.symbols;
  }

  private static final class Extras {
    final int changes;
    final int[] symbols;

    Extras(int changes, int[] symbols) {
      this.changes = changes;
      this.symbols = symbols;
    }
  }
}
