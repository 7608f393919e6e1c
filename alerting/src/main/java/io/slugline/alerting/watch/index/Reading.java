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
  final Scanner scanner = new Scanner();
  final Hits hits = new Hits();
  private @Nullable EnrichedArticle article;
  private @Nullable Compiled[] candidates = new @Nullable Compiled[64];
  private int size;
  private int[] seen = new int[64];
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

  /** Whether a candidate does match. */
  public boolean matches(Compiled watch) {
    return watch.root.matches(hits);
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
    return new Judge(watch.watch().query(), hits).judge(watch.root);
  }

  void addCandidate(Compiled watch) {
    if (watch.posts.length > 1 && !see(watch.serial)) return;
    if (size == candidates.length) candidates = Arrays.copyOf(candidates, size * 2);
    candidates[size++] = watch;
  }

  /** True the first time that a number is seen. */
  private boolean see(int serial) {
    if (seenCount * 2 >= seen.length) growSeen();
    int slot = slot(seen, serial);
    if (seen[slot] == serial) return false;
    seen[slot] = serial;
    seenCount++;
    return true;
  }

  private void growSeen() {
    int[] larger = new int[seen.length * 2];
    for (int serial : seen) {
      if (serial != 0) larger[slot(larger, serial)] = serial;
    }
    seen = larger;
  }

  private static int slot(int[] table, int serial) {
    int mask = table.length - 1;
    int slot = (serial * 0x9e3779b9) >>> 7 & mask;
    while (table[slot] != 0 && table[slot] != serial) slot = (slot + 1) & mask;
    return slot;
  }
}
