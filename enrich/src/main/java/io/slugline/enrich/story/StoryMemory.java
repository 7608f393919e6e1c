package io.slugline.enrich.story;

import java.util.Map;

/** Where a grouper keeps what it knows: a store with a changelog, or a map. */
public interface StoryMemory {

  void put(String key, byte[] value);

  void delete(String key);

  /** Everything that was put and not deleted, in any order. */
  Iterable<Map.Entry<String, byte[]>> all();
}
