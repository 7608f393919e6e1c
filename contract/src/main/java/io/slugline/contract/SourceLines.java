package io.slugline.contract;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The lines that a source repeats from article to article, as learned up to a version. Keyed by
 * source and version, so that every version stays: an enriched article names the one that it was
 * cleaned with, and a replay reads it again.
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

  /** The key of a version; later ones come later in the order of keys. */
  public static String key(String source, int version) {
    return String.format(Locale.ROOT, "%s/%010d", source, version);
  }

  public String key() {
    return key(source, version);
  }
}
