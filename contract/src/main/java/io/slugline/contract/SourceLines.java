package io.slugline.contract;

import java.time.Instant;
import java.util.List;

/**
 * The lines that a source repeats from article to article, as learned up to a version. Keyed by
 * {@code source}.
 *
 * @param version counted from 1 with each change
 * @param articles how many articles of the source were seen
 * @param lines the repeated lines, folded to lower case and single blanks
 * @param learnedAt arrival of the article that changed it
 */
public record SourceLines(
    String source, int version, int articles, List<String> lines, Instant learnedAt) {

  public SourceLines {
    lines = List.copyOf(lines);
  }
}
