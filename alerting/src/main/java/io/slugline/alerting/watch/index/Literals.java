package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.Word;
import io.slugline.alerting.watch.text.Stemmer;
import java.util.List;

/** Gives every phrase and every name that a query asks for a number; equal ones share it. */
final class Literals {
  private final Symbols symbols;
  private final Stemmer stemmer;
  private final Trie trie;
  private final Names names;
  private int last;

  Literals(Symbols symbols, Stemmer stemmer, Trie trie, Names names) {
    this.symbols = symbols;
    this.stemmer = stemmer;
    this.trie = trie;
    this.names = names;
  }

  int phrase(List<Word> words) {
    int[] path = new int[words.size()];
    for (int i = 0; i < path.length; i++) {
      Word word = words.get(i);
      path[i] = symbols.of(word, stemmer.stem(word.text()));
    }
    return known(trie.literal(path, last + 1));
  }

  int named(Query.Named named) {
    return known(names.literal(named, last + 1));
  }

  /** One past the largest number given so far. */
  int size() {
    return last + 1;
  }

  private int known(int literal) {
    last = Math.max(last, literal);
    return literal;
  }
}
