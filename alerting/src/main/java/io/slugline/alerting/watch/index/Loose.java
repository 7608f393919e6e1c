package io.slugline.alerting.watch.index;

/**
 * A loose phrase: its words stand as in the phrase once they are moved by {@code slop} positions
 * altogether. Each word's place minus its number in the phrase would be equal in the phrase itself;
 * the slop is how far these may lie apart.
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
    Spans[] lists = new Spans[words.length];
    int[] at = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      lists[i] = new Spans();
      words[i].places(hits, lists[i]);
    }
    while (allValid(lists, at)) {
      int lowest = lowest(lists, at);
      int twin = twin(lists, at);
      if (twin < 0 && spread(lists, at, lowest) <= slop) add(lists, at, to);
      at[twin < 0 ? lowest : twin]++;
    }
  }

  private static boolean allValid(Spans[] lists, int[] at) {
    for (int i = 0; i < lists.length; i++) {
      if (at[i] >= lists[i].size()) return false;
    }
    return true;
  }

  private static int lowest(Spans[] lists, int[] at) {
    int lowest = 0;
    for (int i = 1; i < lists.length; i++) {
      if (shift(lists, at, i) < shift(lists, at, lowest)) lowest = i;
    }
    return lowest;
  }

  /** A word that stands on the place of an earlier one of the phrase; -1 when none does. */
  private static int twin(Spans[] lists, int[] at) {
    for (int i = 1; i < lists.length; i++) {
      for (int j = 0; j < i; j++) {
        if (lists[i].start(at[i]) == lists[j].start(at[j])) return i;
      }
    }
    return -1;
  }

  private static int spread(Spans[] lists, int[] at, int lowest) {
    int highest = 0;
    for (int i = 1; i < lists.length; i++) {
      if (shift(lists, at, i) > shift(lists, at, highest)) highest = i;
    }
    return shift(lists, at, highest) - shift(lists, at, lowest);
  }

  private static int shift(Spans[] lists, int[] at, int word) {
    return lists[word].start(at[word]) - word;
  }

  private static void add(Spans[] lists, int[] at, Spans to) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (int i = 0; i < lists.length; i++) {
      start = Math.min(start, lists[i].start(at[i]));
      end = Math.max(end, lists[i].end(at[i]));
    }
    to.add(start, end);
  }
}
