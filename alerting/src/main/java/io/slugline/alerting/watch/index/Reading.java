package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.text.Scanner;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One article, read; and the watches that may match it. Reused, by one thread at a time. */
public final class Reading {
  private static final int[] NOTHING = {};

  /** Every clause is asked, and some more than once. */
  private static final int SHARES_TO_EXPLAIN = 100;

  final Scanner scanner = new Scanner();
  final Hits hits = new Hits();
  private @Nullable EnrichedArticle article;
  private @Nullable Compiled[] candidates = new @Nullable Compiled[64];
  private int size;
  private long[] seen = new long[64];
  private int seenCount;
  private final Map<Integer, int[]> unknown = new HashMap<>();
  private @Nullable String[] quotes = {};

  void begin(EnrichedArticle next) {
    article = next;
    hits.clear();
    Arrays.fill(candidates, 0, size, null);
    size = 0;
    Arrays.fill(seen, 0);
    seenCount = 0;
    unknown.clear();
    quotes = new @Nullable String[next.sentences().size()];
  }

  /** Notes what a token is known by whose form could not be remembered. */
  void addUnknown(int token, int[] extras) {
    unknown.put(token, extras);
  }

  int[] unknown(int token) {
    return unknown.getOrDefault(token, NOTHING);
  }

  /** How many watches may match. */
  public int candidates() {
    return size;
  }

  public Compiled candidate(int i) {
    return Objects.requireNonNull(candidates[i]);
  }

  /**
   * Whether a candidate does match.
   *
   * @throws TooCostly when that takes more than its share
   */
  public boolean matches(Compiled watch) {
    hits.startCounting(1);
    return watch.root.matches(hits);
  }

  /** Puts what a watch has cost on this article, since it was asked, on its account. */
  public void charge(Compiled watch) {
    watch.add(hits.looks());
  }

  /** The words that made a watch match: one for each clause, {@code most} at most. */
  public List<Evidence> evidence(Compiled watch, int most) {
    Testimony testimony =
        new Testimony(Objects.requireNonNull(article), hits, watch.watch(), most, quotes);
    watch.root.testify(hits, testimony);
    return testimony.evidence();
  }

  /** Why a watch matches, or why it does not, clause by clause. */
  public Verdict verdict(Compiled watch) {
    hits.startCounting(SHARES_TO_EXPLAIN);
    return new Judge(watch.watch().query(), hits).judge(watch.root);
  }

  void addCandidate(Compiled watch) {
    if (!watch.isPostedOnce && !see(watch.born)) return;
    if (size == candidates.length) candidates = Arrays.copyOf(candidates, size * 2);
    candidates[size++] = watch;
  }

  /** True the first time that a watch is met: each has a birth of its own. */
  private boolean see(long birth) {
    if (seenCount * 2 >= seen.length) growSeen();
    int slot = slot(seen, birth);
    if (seen[slot] == birth) return false;
    seen[slot] = birth;
    seenCount++;
    return true;
  }

  private void growSeen() {
    long[] larger = new long[seen.length * 2];
    for (long birth : seen) {
      if (birth != 0) larger[slot(larger, birth)] = birth;
    }
    seen = larger;
  }

  private static int slot(long[] table, long birth) {
    int mask = table.length - 1;
    int slot = (int) (birth * 0x9e3779b97f4a7c15L >>> 40) & mask;
    while (table[slot] != 0 && table[slot] != birth) slot = (slot + 1) & mask;
    return slot;
  }
}
