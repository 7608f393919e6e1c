package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.text.Scanner;
import java.util.Arrays;

/**
 * What reading one article has found: its tokens, and the places of every literal. Reused from
 * article to article, by one thread at a time.
 *
 * <p>A position counts tokens, the title's from 0, the body's from {@link #BODY}: so far apart that
 * nothing is near across the two.
 */
final class Hits {
  /** Position of the body's first token. */
  static final int BODY = 1 << 24;

  /** What one watch may cost on one article: a millisecond or so, and more on a long one. */
  private static final long LOOKS = 100_000;

  private static final long LOOKS_A_TOKEN = 20;

  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  // Of a token that was scanned and not yet looked up, its key.
  private long[] entries = new long[1 << 10];
  private long[] rests = new long[1 << 10];
  private int tokens;
  private int titleTokens;

  // A small hash table from literal to its list of hits.
  private int[] keys = new int[1 << 10];
  private int[] firsts = new int[1 << 10];
  private int[] lasts = new int[1 << 10];
  // The literals that were found, in order.
  private int[] found = new int[1 << 10];
  private int literals;

  private int[] hits = new int[4 << 8];
  private int count;

  // What the watch that is being asked has cost so far, in looks at what was found.
  private long looks;
  private long mostLooks;

  void clear() {
    Arrays.fill(keys, 0);
    tokens = 0;
    titleTokens = 0;
    literals = 0;
    count = 0;
  }

  /** Adds the token that the scanner stands on. */
  void addToken(Scanner scanner) {
    if (tokens + 1 == starts.length) {
      starts = Arrays.copyOf(starts, tokens * 2);
      ends = Arrays.copyOf(ends, tokens * 2);
      entries = Arrays.copyOf(entries, tokens * 2);
      rests = Arrays.copyOf(rests, tokens * 2);
    }
    starts[tokens] = scanner.start();
    ends[tokens] = scanner.end();
    entries[tokens] = scanner.key();
    rests[tokens] = scanner.rest();
    tokens++;
    // Whoever asks for the token after the last finds none.
    entries[tokens] = 0;
  }

  /** The entry of a token that was only scanned so far; 0 when it has to be looked at again. */
  long known(int token, Vocabulary vocabulary) {
    return vocabulary.known(entries[token], rests[token]);
  }

  void setEntry(int token, long entry) {
    entries[token] = entry;
  }

  /** The token's first unit in its field. */
  int unitOf(int token) {
    return starts[token];
  }

  int stem(int token) {
    return Vocabulary.stem(entries[token]);
  }

  int form(int token) {
    return Vocabulary.form(entries[token]);
  }

  void endTitle() {
    titleTokens = tokens;
  }

  int tokens() {
    return tokens;
  }

  int titleTokens() {
    return titleTokens;
  }

  int position(int token) {
    return token < titleTokens ? token : token - titleTokens + BODY;
  }

  /** Units of the field that a stretch of positions covers, its first one. */
  int startOf(int position) {
    return starts[token(position)];
  }

  /** One past the last unit of the token before this position. */
  int endBefore(int position) {
    return ends[token(position - 1)];
  }

  private int token(int position) {
    return position < BODY ? position : position - BODY + titleTokens;
  }

  /** Position of the first token of a field that ends after this unit. */
  int positionAt(boolean title, int unit) {
    int low = title ? 0 : titleTokens;
    int high = title ? titleTokens : tokens;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= unit) low = middle + 1;
      else high = middle;
    }
    return low - (title ? 0 : titleTokens) + (title ? 0 : BODY);
  }

  /** How many literals have a place. */
  int literals() {
    return literals;
  }

  /** One of the literals that have a place. */
  int literal(int i) {
    return found[i];
  }

  /** Notes a place of a literal. */
  void add(int literal, int start, int end, int mention) {
    int hit = newHit(start, end, mention);
    int slot = slot(literal);
    if (keys[slot] == literal) {
      hits[lasts[slot] * 4 + 3] = hit + 1;
      lasts[slot] = hit;
      return;
    }
    keys[slot] = literal;
    firsts[slot] = hit;
    lasts[slot] = hit;
    found[literals++] = literal;
    if (literals * 2 > keys.length) grow();
  }

  /** From here on looks are another watch's, which has so many shares. */
  void startCounting(int shares) {
    looks = 0;
    mostLooks = shares * (LOOKS + LOOKS_A_TOKEN * tokens);
  }

  long looks() {
    return looks;
  }

  /**
   * Counts so many looks more.
   *
   * @throws TooCostly when the watch has had its share of this article
   */
  void look(int times) {
    looks += times;
    if (looks > mostLooks) throw new TooCostly(mostLooks);
  }

  /** The first hit of a literal; -1 when there is none. */
  int first(int literal) {
    look(1);
    int slot = slot(literal);
    return keys[slot] == literal ? firsts[slot] : -1;
  }

  /** The hit of the same literal after this one; -1 when there is none. */
  int next(int hit) {
    look(1);
    return hits[hit * 4 + 3] - 1;
  }

  int start(int hit) {
    return hits[hit * 4];
  }

  int end(int hit) {
    return hits[hit * 4 + 1];
  }

  /** Which of the article's mentions it is; -1 for words. */
  int mention(int hit) {
    return hits[hit * 4 + 2];
  }

  private int newHit(int start, int end, int mention) {
    if (count * 4 == hits.length) hits = Arrays.copyOf(hits, hits.length * 2);
    int at = count * 4;
    hits[at] = start;
    hits[at + 1] = end;
    hits[at + 2] = mention;
    hits[at + 3] = 0;
    return count++;
  }

  private int slot(int literal) {
    int mask = keys.length - 1;
    int slot = (literal * 0x9e3779b9) >>> 8 & mask;
    while (keys[slot] != 0 && keys[slot] != literal) slot = (slot + 1) & mask;
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldFirsts = firsts;
    int[] oldLasts = lasts;
    keys = new int[oldKeys.length * 2];
    firsts = new int[keys.length];
    found = Arrays.copyOf(found, keys.length);
    lasts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] == 0) continue;
      int slot = slot(oldKeys[i]);
      keys[slot] = oldKeys[i];
      firsts[slot] = oldFirsts[i];
      lasts[slot] = oldLasts[i];
    }
  }
}
