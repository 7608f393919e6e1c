package io.slugline.enrich.story;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
  public Iterable<Map.Entry<String, byte[]>> all() {
    return values.entrySet();
  }

  Set<String> keys() {
    return values.keySet();
  }

  long written() {
    return written;
  }
}
