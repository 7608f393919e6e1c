package io.slugline.enrich.text;

/**
 * In which article each line was that was seen once, by its fingerprint. Nearly all lines are of
 * this kind, so they stand in arrays: a source has thousands, and objects for them would take three
 * times the place.
 */
final class LinesOnce {
  private static final int FEWEST_SLOTS = 16;

  private long[] lines = new long[FEWEST_SLOTS];

  /** Zero where a slot is free: articles are numbered from one. */
  private int[] articles = new int[FEWEST_SLOTS];

  private int size;

  int size() {
    return size;
  }

  /** Number of the article; 0 for a line that was never seen. */
  int article(long line) {
    return articles[slot(line)];
  }

  /** Adds a line, if it is not there. */
  void add(long line, int article) {
    int slot = slot(line);
    if (articles[slot] != 0) return;
    lines[slot] = line;
    articles[slot] = article;
    size++;
    if (size * 3 > lines.length * 2) refill(lines.length * 2, 0);
  }

  /** Lets go of the lines of all articles before that one. */
  void letGo(int oldest) {
    int left = 0;
    for (int article : articles) if (article >= Math.max(1, oldest)) left++;
    if (left == size) return;
    int slots = lines.length;
    while (slots > FEWEST_SLOTS && left * 3 < slots) slots /= 2;
    refill(slots, oldest);
  }

  private void refill(int slots, int oldest) {
    long[] oldLines = lines;
    int[] oldArticles = articles;
    lines = new long[slots];
    articles = new int[slots];
    size = 0;
    for (int i = 0; i < oldLines.length; i++) {
      if (oldArticles[i] >= Math.max(1, oldest)) add(oldLines[i], oldArticles[i]);
    }
  }

  /** Where the line stands, or where it would; a fingerprint's lower bits are as good as any. */
  private int slot(long line) {
    int slot = (int) line & lines.length - 1;
    while (articles[slot] != 0 && lines[slot] != line) slot = slot + 1 & lines.length - 1;
    return slot;
  }
}
