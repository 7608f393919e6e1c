package io.slugline.enrich.text;

import io.slugline.contract.SourceLines;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What many sources repeat, learned from articles in the order in which they are shown and kept in
 * memory; by any number of threads.
 */
public final class LineMemories {
  private final Map<String, LineMemory> memories = new HashMap<>();
  private final Map<String, SourceLines> known = new HashMap<>();

  /** What is known of a source by now; null for nothing. */
  public synchronized @Nullable SourceLines known(String source) {
    return known.get(source);
  }

  public synchronized void learn(String source, List<String> lines, Instant arrivedAt) {
    memories
        .computeIfAbsent(source, name -> new LineMemory(name, LineShelf.inMemory()))
        .learn(lines, arrivedAt, () -> 0)
        .ifPresent(version -> known.put(source, version));
  }
}
