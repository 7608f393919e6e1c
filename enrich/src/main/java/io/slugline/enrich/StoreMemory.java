package io.slugline.enrich;

import io.slugline.enrich.story.StoryMemory;
import io.slugline.enrich.text.LineShelf;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The part of a state store whose keys begin alike: one language's, or one source's. */
final class StoreMemory implements StoryMemory, LineShelf {
  private final KeyValueStore<String, byte[]> store;
  private final String prefix;

  StoreMemory(KeyValueStore<String, byte[]> store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return store.get(prefix + key);
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
