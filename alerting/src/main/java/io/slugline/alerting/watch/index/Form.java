package io.slugline.alerting.watch.index;

/** One spelling of a word as it stands in articles, with what queries can know it by. */
final class Form {
  private static final int[] NOTHING = {};

  final String spelling;
  final String folded;
  final int hash;

  /** The symbol of its stem. */
  final int stem;

  // Replaced as a whole; a reader that sees the older one only reads it again.
  private Extras extras = new Extras(-1, NOTHING);

  Form(String spelling, String folded, int hash, int stem) {
    this.spelling = spelling;
    this.folded = folded;
    this.hash = hash;
    this.stem = stem;
  }

  /** The symbols of exact words and prefixes that it fits, as of now. */
  int[] extras(Symbols symbols) {
    Extras known = extras;
    int changes = symbols.extraChanges();
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
