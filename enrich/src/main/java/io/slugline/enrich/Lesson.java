package io.slugline.enrich;

import java.time.Instant;
import java.util.List;

/**
 * What an article teaches of its source.
 *
 * @param lines all its lines, folded
 */
record Lesson(String source, Instant arrivedAt, List<String> lines) {
  private static final int LONGEST_NAME = 200;

  Lesson {
    lines = List.copyOf(lines);
  }

  /** Whether the source's name can be one, and part of a key, and there is something to learn. */
  boolean isUseful() {
    return source.length() <= LONGEST_NAME && source.indexOf('\0') < 0 && !lines.isEmpty();
  }
}
