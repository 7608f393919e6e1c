package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Scanner;
import io.slugline.contract.EnrichedArticle;

/** One reading of one article: its words, then the phrases they make, then the names in it. */
final class Pass implements Names.Taker, Postings.Reader {
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
    names.find(article, hits, this);
    post(Postings.ALWAYS);
  }

  @Override
  public void take(int literal, int start, int end, int mention) {
    if (hits.add(literal, start, end, mention)) post(literal);
  }

  private void scan(String text) {
    Scanner scanner = reading.scanner;
    scanner.read(text);
    while (scanner.next()) {
      long entry = vocabulary.entry(scanner);
      int token = hits.addToken(scanner.start(), scanner.end(), entry);
      if (changes > 0 && Vocabulary.form(entry) == 0) {
        reading.addUnknown(token, symbols.extrasOf(Fold.fold(scanner.token())));
      }
    }
  }

  private void startEach(int first, int end) {
    for (int token = first; token < end; token++) {
      int node = tables.root(hits.stem(token));
      if (node != 0) walk(node, token, token + 1, end);
      if (changes == 0) continue;
      for (int symbol : extras(token)) {
        int extra = tables.root(symbol);
        if (extra != 0) walk(extra, token, token + 1, end);
      }
    }
  }

  private void walk(int node, int from, int next, int end) {
    int literal = tables.literal(node);
    if (literal != 0) {
      int position = hits.position(from);
      take(literal, position, position + next - from, -1);
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

  private void post(int literal) {
    postings.each(literal, this);
  }

  @Override
  public void meet(Compiled watch) {
    if (watch.isInForce(began)) reading.addCandidate(watch);
  }
}
