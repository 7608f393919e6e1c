package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Scanner;
import io.slugline.alerting.watch.text.Stemmer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Every spelling met in articles, folded and stemmed once and then remembered. Reading takes no
 * lock; a spelling met for the first time does.
 *
 * <p>A table from the token's key to its entry: the symbol of its stem above, the number of its
 * form below. A short token is its own key, so that most are known by one look at one place of
 * memory.
 */
final class Vocabulary {
  private static final int MOST = 1 << 20;
  private static final int[] NONE = {};

  private final Symbols symbols;
  private final Stemmer stemmer;
  private volatile AtomicLongArray table = new AtomicLongArray(1 << 12);
  private volatile @Nullable Form[] forms = new @Nullable Form[1 << 9];
  // By number of the form: as of how many changes, plus one, it is known to fit no exact word and
  // no prefix. Nearly all do, and to ask them for it would be to fetch each from memory.
  private volatile int[] bare = new int[1 << 9];
  private int last;

  Vocabulary(Symbols symbols, Stemmer stemmer) {
    this.symbols = symbols;
    this.stemmer = stemmer;
  }

  static int stem(long entry) {
    return (int) (entry >>> 32);
  }

  /** Number of the form; 0 for one that there was no more room for. */
  static int form(long entry) {
    return (int) entry;
  }

  /** The entry of the token that the scanner stands on. */
  long entry(Scanner scanner) {
    AtomicLongArray now = table;
    long key = scanner.key();
    int mask = (now.length() >> 1) - 1;
    for (int slot = spread(key) & mask; ; slot = (slot + 1) & mask) {
      long known = now.getOpaque(slot << 1);
      if (known == 0) return add(scanner);
      if (known != key) continue;
      long entry = now.getOpaque((slot << 1) + 1);
      // The entry is written before its key; but another thread may see it after.
      if (entry == 0) return add(scanner);
      if (Scanner.isWhole(key) || isSpelt(entry, scanner)) return entry;
    }
  }

  /** The symbols of exact words and prefixes that a form fits, as of so many changes to them. */
  int[] extras(int number, int changes) {
    int[] known = bare;
    boolean isIn = number < known.length;
    if (isIn && known[number] == changes + 1) return NONE;
    int[] extras = form(number).extras(symbols, changes);
    if (isIn && extras.length == 0) known[number] = changes + 1;
    return extras;
  }

  private Form form(int number) {
    Form form = forms[number];
    if (form == null) throw new IllegalStateException("no form " + number);
    return form;
  }

  private boolean isSpelt(long entry, Scanner scanner) {
    return scanner.isAt(form(form(entry)).spelling);
  }

  private long add(Scanner scanner) {
    String spelling = scanner.token();
    String folded = Fold.fold(spelling);
    long stem = (long) symbols.stem(stemmer.stem(folded)) << 32;
    return remember(scanner, new Form(spelling, folded), stem);
  }

  private synchronized long remember(Scanner scanner, Form form, long stem) {
    if (last == MOST) return stem;
    if (last * 5 >= table.length()) table = grown(table);
    AtomicLongArray now = table;
    long key = scanner.key();
    int slot = slot(now, key, scanner);
    long known = now.get((slot << 1) + 1);
    if (known != 0) return known;
    long entry = stem | ++last;
    keep(form);
    now.set((slot << 1) + 1, entry);
    now.set(slot << 1, key);
    return entry;
  }

  private void keep(Form form) {
    @Nullable Form[] all = forms;
    if (last == all.length) {
      all = Arrays.copyOf(all, all.length * 2);
      bare = Arrays.copyOf(bare, all.length);
    }
    all[last] = form;
    forms = all;
  }

  /** The slot of this token, or the free one that it may take. */
  private int slot(AtomicLongArray entries, long key, Scanner scanner) {
    int mask = (entries.length() >> 1) - 1;
    int slot = spread(key) & mask;
    while (entries.get(slot << 1) != 0) {
      boolean same = entries.get(slot << 1) == key;
      if (same && (Scanner.isWhole(key) || isSpelt(entries.get((slot << 1) + 1), scanner))) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static AtomicLongArray grown(AtomicLongArray old) {
    AtomicLongArray larger = new AtomicLongArray(old.length() * 2);
    int mask = (larger.length() >> 1) - 1;
    for (int i = 0; i < old.length(); i += 2) {
      long key = old.get(i);
      if (key == 0) continue;
      int slot = spread(key) & mask;
      while (larger.get(slot << 1) != 0) slot = (slot + 1) & mask;
      larger.set((slot << 1) + 1, old.get(i + 1));
      larger.set(slot << 1, key);
    }
    return larger;
  }

  private static int spread(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }
}
