package io.slugline.enrich.text;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines that one source had lately, by their fingerprints: read from a shelf once, and written
 * there whenever they change.
 */
final class LineTable {
  private final LineShelf shelf;
  private final LinesOnce once = new LinesOnce();

  /** A line in here may be among those seen once too; what is said here counts. */
  private final Map<Long, SeenLine> again = new HashMap<>();

  /** Articles that were the first to hold a line, in their order. */
  private final Deque<Integer> articles = new ArrayDeque<>();

  LineTable(LineShelf shelf) {
    this.shelf = shelf;
    shelf.each(this::read);
  }

  private void read(String key, byte[] bytes) {
    if (key.equals(LineForm.STANDING)) return;
    if (LineForm.isList(key)) first(LineForm.article(key), LineForm.fingerprints(bytes));
    else again.put(LineForm.unhex(key), SeenLine.of(bytes));
  }

  private void first(int article, long[] lines) {
    articles.add(article);
    for (long line : lines) once.add(line, article);
  }

  @Nullable SeenLine find(long line) {
    SeenLine seen = again.get(line);
    if (seen != null) return seen;
    int article = once.article(line);
    return article == 0 ? null : SeenLine.once(article);
  }

  /** Lines that were never seen before that article. */
  void putFirst(int article, long[] lines) {
    if (lines.length == 0) return;
    shelf.put(LineForm.list(article), LineForm.bytes(lines));
    first(article, lines);
  }

  /** A line that was seen again. */
  void put(long line, SeenLine seen) {
    byte[] bytes = seen.toBytes();
    shelf.put(LineForm.hex(line), bytes);
    // As it will be read back: not every text is the same after that.
    again.put(line, SeenLine.of(bytes));
  }

  /** Lets go of the lines that were last seen before that article. */
  void letGo(int oldest) {
    Iterator<Map.Entry<Long, SeenLine>> lines = again.entrySet().iterator();
    while (lines.hasNext()) {
      Map.Entry<Long, SeenLine> line = lines.next();
      if (line.getValue().last() >= oldest) continue;
      shelf.delete(LineForm.hex(line.getKey()));
      lines.remove();
    }
    while (!articles.isEmpty() && articles.getFirst() < oldest) {
      shelf.delete(LineForm.list(articles.removeFirst()));
    }
    once.letGo(oldest);
  }

  Collection<SeenLine> seenAgain() {
    return again.values();
  }

  int size() {
    return once.size() + again.size();
  }
}
