package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Scanner;
import io.slugline.alerting.watch.text.Stemmer;
import org.jspecify.annotations.Nullable;

/**
 * Every spelling met in articles, folded and stemmed once and then remembered. Reading takes no
 * lock; a spelling met for the first time does.
 */
final class Vocabulary {
  private static final int MOST = 1 << 20;

  private final Symbols symbols;
  private final Stemmer stemmer;
  private volatile @Nullable Form[] table = new @Nullable Form[1 << 14];
  private int size;

  Vocabulary(Symbols symbols, Stemmer stemmer) {
    this.symbols = symbols;
    this.stemmer = stemmer;
  }

  /** The form of the token that the scanner stands on. */
  Form of(Scanner scanner) {
    @Nullable Form[] forms = table;
    int hash = scanner.hash();
    int mask = forms.length - 1;
    for (int slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      Form form = forms[slot];
      if (form == null) return add(scanner);
      if (form.hash == hash && scanner.isAt(form.spelling)) return form;
    }
  }

  private Form add(Scanner scanner) {
    String spelling = scanner.token();
    String folded = Fold.fold(spelling);
    int stem = symbols.stem(stemmer.stem(folded));
    return remember(new Form(spelling, folded, scanner.hash(), stem));
  }

  private synchronized Form remember(Form fresh) {
    if (size >= MOST) return fresh;
    if (size * 2 >= table.length) table = grown(table);
    @Nullable Form[] forms = table;
    int slot = freeSlot(forms, fresh);
    Form known = forms[slot];
    if (known != null) return known;
    forms[slot] = fresh;
    size++;
    return fresh;
  }

  private static int freeSlot(@Nullable Form[] forms, Form form) {
    int mask = forms.length - 1;
    int slot = spread(form.hash) & mask;
    for (Form other = forms[slot]; other != null; other = forms[slot]) {
      if (other.hash == form.hash && other.spelling.equals(form.spelling)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static @Nullable Form[] grown(@Nullable Form[] forms) {
    @Nullable Form[] larger = new @Nullable Form[forms.length * 2];
    for (Form form : forms) {
      if (form != null) larger[freeSlot(larger, form)] = form;
    }
    return larger;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ (mixed >>> 15);
  }
}
