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
 * form below. A short token is its own key, a longer one with its rest.
 */
final class Vocabulary {
  private static final int MOST = 1 << 20;
  private static final int[] NONE = {};

  private final Symbols symbols;
  private final Stemmer stemmer;
  private volatile Table table = new Table(1 << 11);
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

  /**
   * The entry of a token that its key and rest tell from all others; 0 when they do not, or it has
   * not been met before.
   */
  long known(long key, long rest) {
    if (rest < 0) return 0;
    Table now = table;
    for (int slot = now.slot(key, rest); ; slot = now.after(slot)) {
      long known = now.key(slot);
      if (known == key && (key > 0 || now.rests[slot] == rest)) return now.entry(slot);
      if (known == 0) return 0;
    }
  }

  /** The entry of the token that the scanner stands on. */
  long entry(Scanner scanner) {
    Table now = table;
    int slot = slot(now, scanner);
    return slot >= 0 ? now.entry(slot) : add(scanner);
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

  /** 0 when a form is known to fit no exact word and no prefix, else 1. */
  long mayHaveExtras(int number, int changes) {
    int[] known = bare;
    return number < known.length && known[number] == changes + 1 ? 0 : 1;
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
    if (last * 5 >= table.slots() * 2) table = table.grown();
    Table now = table;
    int slot = slot(now, scanner);
    if (slot >= 0) return now.entry(slot);
    long entry = stem | ++last;
    keep(form);
    now.set(~slot, scanner.key(), scanner.rest(), entry);
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

  /** The slot of the token; of the free one that it may take the complement. */
  private int slot(Table in, Scanner scanner) {
    int slot = in.slot(scanner.key(), scanner.rest());
    for (long known = in.key(slot); known != 0; known = in.key(slot)) {
      boolean same = known == scanner.key() && in.rests[slot] == scanner.rest();
      if (same && (scanner.rest() >= 0 || isSpelt(in.entry(slot), scanner))) return slot;
      slot = in.after(slot);
    }
    return ~slot;
  }

  /** Filled in place, and replaced as a whole when full. */
  private static final class Table {
    // Key and entry side by side: nearly all tokens are known by one look at one place of memory.
    final AtomicLongArray entries;
    final long[] rests;

    Table(int slots) {
      entries = new AtomicLongArray(slots * 2);
      rests = new long[slots];
    }

    int slots() {
      return rests.length;
    }

    /**
     * 0 for a free slot. Whoever sees a key sees the entry and the rest, which are written first.
     */
    long key(int slot) {
      return entries.getAcquire(slot << 1);
    }

    long entry(int slot) {
      return entries.getOpaque((slot << 1) + 1);
    }

    /** Where a token lies, unless others were there before it. */
    int slot(long key, long rest) {
      long mixed = (key + rest * 0x5851f42d4c957f2dL) * 0x9e3779b97f4a7c15L;
      return (int) (mixed >>> 32) & rests.length - 1;
    }

    int after(int slot) {
      return slot + 1 & rests.length - 1;
    }

    void set(int slot, long key, long rest, long entry) {
      rests[slot] = rest;
      entries.set((slot << 1) + 1, entry);
      entries.set(slot << 1, key);
    }

    Table grown() {
      Table larger = new Table(rests.length * 2);
      for (int old = 0; old < rests.length; old++) {
        if (key(old) == 0) continue;
        int slot = larger.slot(key(old), rests[old]);
        while (larger.key(slot) != 0) slot = larger.after(slot);
        larger.set(slot, key(old), rests[old], entry(old));
      }
      return larger;
    }
  }
}
