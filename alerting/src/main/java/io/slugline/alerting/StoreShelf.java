package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Shelf;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A shelf in a store of the task. */
final class StoreShelf<V> implements Shelf<V> {
  private final KeyValueStore<String, V> store;

  StoreShelf(KeyValueStore<String, V> store) {
    this.store = store;
  }

  @Override
  public @Nullable V get(String id) {
    return store.get(id);
  }

  @Override
  public void put(String id, V thing) {
    store.put(id, thing);
  }

  @Override
  public void delete(String id) {
    store.delete(id);
  }

  @Override
  public void each(Consumer<V> reader) {
    try (KeyValueIterator<String, V> all = store.all()) {
      all.forEachRemaining(entry -> reader.accept(entry.value));
    }
  }
}
