package io.slugline.enrich;

import io.slugline.enrich.story.StoryMemory;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One language's part of the state store that the grouper remembers by. */
final class StoreMemory implements StoryMemory {
  private final KeyValueStore<String, byte[]> store;
  private final String prefix;

  StoreMemory(KeyValueStore<String, byte[]> store, String language) {
    this.store = store;
    this.prefix = "story/" + language + "/";
  }

  @Override
  public void put(String key, byte[] value) {
    store.put(prefix + key, value);
  }

  @Override
  public void delete(String key) {
    store.delete(prefix + key);
  }

  @Override
  public void each(BiConsumer<String, byte[]> reader) {
    try (KeyValueIterator<String, byte[]> stored =
        store.prefixScan(prefix, new org.apache.kafka.common.serialization.StringSerializer())) {
      while (stored.hasNext()) {
        KeyValue<String, byte[]> entry = stored.next();
        reader.accept(entry.key.substring(prefix.length()), entry.value);
      }
    }
  }
}
