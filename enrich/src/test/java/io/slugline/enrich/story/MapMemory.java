package io.slugline.enrich.story;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A memory in the heap, which also counts what is written. */
final class MapMemory implements StoryMemory {
  private final Map<String, byte[]> values = new TreeMap<>();
  private long written;

  @Override
  public void put(String key, byte[] value) {
    values.put(key, value);
    written += value.length;
  }

  @Override
  public void delete(String key) {
    values.remove(key);
  }

  @Override
  public void each(BiConsumer<String, byte[]> reader) {
    values.forEach(reader);
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** Bytes that it holds. */
  long size() {
    return values.values().stream().mapToLong(value -> value.length).sum();
  }

  long written() {
    return written;
  }
}
