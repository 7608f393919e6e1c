package io.slugline.deploy.bench;

import io.slugline.enrich.story.StoryMemory;
import java.util.function.BiConsumer;

/** Where a store would be. */
final class Discarded implements StoryMemory {
  @Override
  public void put(String key, byte[] value) {}

  @Override
  public void delete(String key) {}

  @Override
  public void each(BiConsumer<String, byte[]> reader) {}
}
