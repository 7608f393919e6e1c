package io.slugline.enrich.text;

import io.slugline.contract.Cut;
import io.slugline.contract.RawMap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a raw article says, without what surrounds it.
 *
 * @param title empty when the article has none
 * @param body paragraphs parted by one line feed; the title is not in it
 * @param cuts what was left out, in the order of the raw bytes
 * @param source outlet, as the article or its feed names it
 * @param url canonical address
 * @param place place line, as written: {@code SEOUL}
 * @param languageHint what the article claims: {@code en-GB}
 * @param memory version of what was learned of its source that it was cleaned with; 0 for none
 * @param lines every line it was made from, cut or not, folded: what {@link LineMemory} learns from
 */
public record CleanText(
    String title,
    RawMap titleRaw,
    String body,
    RawMap bodyRaw,
    List<Cut> cuts,
    @Nullable String source,
    @Nullable String url,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String place,
    @Nullable String languageHint,
    int memory,
    List<String> lines) {

  public CleanText {
    cuts = List.copyOf(cuts);
    lines = List.copyOf(lines);
  }

  /** Whether something was left out because its source repeats it. */
  public boolean isCutByMemory() {
    return cuts.stream().anyMatch(cut -> cut.rule().equals(LineCleaner.REPEATED));
  }
}
