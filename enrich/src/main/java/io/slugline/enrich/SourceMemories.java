package io.slugline.enrich;

import io.slugline.contract.SourceLines;
import io.slugline.enrich.text.LineMemory;
import io.slugline.enrich.text.LineShelf;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * The memories of the sources that were seen last, so that a source's shelf is not read anew at
 * each of its articles.
 */
final class SourceMemories {
  private final Function<String, LineShelf> shelves;
  private final int most;
  private final Map<String, LineMemory> leastRecentFirst = new LinkedHashMap<>();
  private int size;

  /**
   * @param most how many lines to hold at most, where one source has not more of its own
   */
  SourceMemories(Function<String, LineShelf> shelves, int most) {
    this.shelves = shelves;
    this.most = most;
  }

  /**
   * As {@link LineMemory#learn} of the lesson's source. When that fails, what is known of the
   * source is read from its shelf the next time.
   */
  Optional<SourceLines> learn(Lesson lesson, IntSupplier published) {
    LineMemory memory = take(lesson.source());
    Optional<SourceLines> learned = memory.learn(lesson.lines(), lesson.arrivedAt(), published);
    putBack(lesson.source(), memory);
    return learned;
  }

  /** How many lines it holds. */
  int size() {
    return size;
  }

  private LineMemory take(String source) {
    LineMemory memory = leastRecentFirst.remove(source);
    if (memory == null) return new LineMemory(source, shelves.apply(source));
    size -= memory.size();
    return memory;
  }

  private void putBack(String source, LineMemory memory) {
    leastRecentFirst.put(source, memory);
    size += memory.size();
    Iterator<LineMemory> old = leastRecentFirst.values().iterator();
    while (size > most && leastRecentFirst.size() > 1) {
      size -= old.next().size();
      old.remove();
    }
  }
}
