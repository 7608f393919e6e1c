package io.slugline.alerting.watch.index;

/**
 * A loose phrase: its words stand as in the phrase once they are moved by {@code slop} positions
 * altogether. Each word's place minus its number in the phrase would be equal in the phrase itself;
 * the slop is how far these may lie apart. Of overlapping places only the narrowest count.
 */
record Loose(Leaf[] words, int slop, int from, int to) implements Clause.Placed {

  @Override
  public boolean matches(Hits hits) {
    for (Leaf word : words) {
      if (!word.matches(hits)) return false;
    }
    Spans found = new Spans();
    places(hits, found);
    return found.size() > 0;
  }

  @Override
  public void places(Hits hits, Spans to) {
    Walk walk = new Walk(words, hits);
    while (walk.isOn()) {
      int lead = walk.lowest(-1);
      int next = walk.shift(walk.lowest(lead));
      int place = walk.at[lead];
      int spread = walk.highest - walk.shift(lead);
      while (walk.advance(lead) && walk.shift(lead) <= next) {
        place = walk.at[lead];
        spread = walk.highest - walk.shift(lead);
      }
      if (spread <= slop) walk.add(lead, place, to);
    }
  }

  /** All words' places side by side: always the one that lags is moved on. */
  private static final class Walk {
    private final Hits hits;
    private final Spans[] lists;
    private final int[] at;
    private int highest;

    Walk(Leaf[] words, Hits hits) {
      this.hits = hits;
      lists = new Spans[words.length];
      at = new int[words.length];
      for (int i = 0; i < words.length; i++) {
        lists[i] = new Spans();
        words[i].places(hits, lists[i]);
      }
      if (isOn()) partTwins();
      for (int i = 0; isOn() && i < at.length; i++) highest = Math.max(highest, shift(i));
    }

    boolean isOn() {
      for (int i = 0; i < at.length; i++) {
        if (at[i] >= lists[i].size()) return false;
      }
      return true;
    }

    /** A word's place as if it were the phrase's first. */
    int shift(int word) {
      return lists[word].start(at[word]) - word;
    }

    int lowest(int except) {
      int lowest = -1;
      for (int i = 0; i < at.length; i++) {
        if (i != except && (lowest < 0 || shift(i) < shift(lowest))) lowest = i;
      }
      return lowest;
    }

    /** False when there are no more places of a word. */
    boolean advance(int word) {
      hits.look(at.length);
      at[word]++;
      if (!isOn() || !partTwins()) return false;
      highest = Math.max(highest, shift(word));
      return true;
    }

    /** No two words of the phrase may stand on one place: the later one moves on. */
    private boolean partTwins() {
      int twin = twin();
      while (twin >= 0) {
        at[twin]++;
        if (!isOn()) return false;
        highest = Math.max(highest, shift(twin));
        twin = twin();
      }
      return true;
    }

    private int twin() {
      for (int i = 1; i < at.length; i++) {
        for (int j = 0; j < i; j++) {
          if (lists[i].start(at[i]) == lists[j].start(at[j])) return i;
        }
      }
      return -1;
    }

    void add(int lead, int place, Spans to) {
      int start = lists[lead].start(place);
      int end = lists[lead].end(place);
      for (int i = 0; i < at.length; i++) {
        int other = Math.min(at[i], lists[i].size() - 1);
        if (i == lead || other < 0) continue;
        start = Math.min(start, lists[i].start(other));
        end = Math.max(end, lists[i].end(other));
      }
      to.add(start, end);
    }
  }
}
