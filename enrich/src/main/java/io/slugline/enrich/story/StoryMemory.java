package io.slugline.enrich.story;

import java.util.function.BiConsumer;

/** Where a grouper keeps what it knows: a store with a changelog, or a map. */
public interface StoryMemory {

  void put(String key, byte[] value);

  void delete(String key);

  /** Hands on everything that was put and not deleted, in any order. */
  void each(BiConsumer<String, byte[]> reader);

  /** Keeps nothing, for who groups once and never restores. */
  static StoryMemory none() {
    return new StoryMemory() {
      @Override
      public void put(String key, byte[] value) {}

      @Override
      public void delete(String key) {}

      @Override
      public void each(BiConsumer<String, byte[]> reader) {}
    };
  }
}
