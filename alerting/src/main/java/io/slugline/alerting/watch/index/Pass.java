package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Scanner;
import io.slugline.contract.EnrichedArticle;

/** One reading of one article: its words, then the phrases they make, then the names in it. */
final class Pass implements Postings.Reader {
  private final Reading reading;
  private final Hits hits;
  private final long began;
  private final Symbols symbols;
  private final Vocabulary vocabulary;
  private final Names names;
  private final Postings postings;
  private final Trie.Tables tables;
  private final int changes;

  Pass(Index index, Reading reading, long began) {
    this.reading = reading;
    this.hits = reading.hits;
    this.began = began;
    this.symbols = index.symbols;
    this.vocabulary = index.vocabulary;
    this.names = index.names;
    this.postings = index.postings;
    this.tables = index.trie.tables();
    this.changes = symbols.extraChanges();
  }

  void read(EnrichedArticle article) {
    scan(article.title());
    hits.endTitle();
    scan(article.body());
    startEach(0, hits.titleTokens());
    startEach(hits.titleTokens(), hits.tokens());
    names.find(article, hits);
    postings.each(Postings.ALWAYS, this);
    for (int i = 0; i < hits.literals(); i++) postings.each(hits.literal(i), this);
  }

  private void scan(String text) {
    Scanner scanner = reading.scanner;
    scanner.read(text);
    int first = hits.tokens();
    while (scanner.next()) hits.addToken(scanner);
    // All at once, and not each as it is scanned: many places of memory are waited for together.
    for (int token = first; token < hits.tokens(); token++) {
      long entry = hits.known(token, vocabulary);
      hits.setEntry(token, entry != 0 ? entry : entry(token, scanner));
    }
  }

  private long entry(int token, Scanner scanner) {
    scanner.goBack(hits.unitOf(token));
    long entry = vocabulary.entry(scanner);
    if (changes > 0 && Vocabulary.form(entry) == 0) {
      reading.addUnknown(token, symbols.extrasOf(Fold.fold(scanner.token())));
    }
    return entry;
  }

  private void startEach(int first, int end) {
    for (int block = first; block < end; block += Long.SIZE) {
      int size = Math.min(Long.SIZE, end - block);
      long likely = 0;
      long extra = mayHaveExtras(block);
      for (int i = 0; i < size; i++) {
        int token = block + i;
        long nextExtra = mayHaveExtras(token + 1);
        long begins = tables.begins(hits.stem(token), hits.stem(token + 1));
        likely |= (begins | extra | nextExtra) << i;
        extra = nextExtra;
      }
      for (; likely != 0; likely &= likely - 1) {
        start(block + Long.numberOfTrailingZeros(likely), end);
      }
    }
  }

  private long mayHaveExtras(int token) {
    return changes == 0 ? 0 : vocabulary.mayHaveExtras(hits.form(token), changes);
  }

  private void start(int token, int end) {
    int node = tables.root(hits.stem(token));
    if (node != 0) walk(node, token, token + 1, end);
    if (changes == 0) return;
    for (int symbol : extras(token)) {
      int extra = tables.root(symbol);
      if (extra != 0) walk(extra, token, token + 1, end);
    }
  }

  private void walk(int node, int from, int next, int end) {
    int literal = tables.literal(node);
    if (literal != 0) {
      int position = hits.position(from);
      hits.add(literal, position, position + next - from, -1);
    }
    if (next >= end || tables.isLeaf(node)) return;
    int child = tables.child(node, hits.stem(next));
    if (child != 0) walk(child, from, next + 1, end);
    if (changes == 0) return;
    for (int symbol : extras(next)) {
      int extra = tables.child(node, symbol);
      if (extra != 0) walk(extra, from, next + 1, end);
    }
  }

  /** The exact words and prefixes that a token fits. */
  private int[] extras(int token) {
    int form = hits.form(token);
    return form == 0 ? reading.unknown(token) : vocabulary.extras(form, changes);
  }

  @Override
  public void meet(Compiled watch) {
    if (watch.isInForce(began)) reading.addCandidate(watch);
  }
}
