package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Shelf;
import io.slugline.alerting.lifecycle.StoryAlerts;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Stories with alerts in a store of the task. */
final class StoreShelf implements Shelf {
  private final KeyValueStore<String, StoryAlerts> store;

  StoreShelf(KeyValueStore<String, StoryAlerts> store) {
    this.store = store;
  }

  @Override
  public @Nullable StoryAlerts get(String story) {
    return store.get(story);
  }

  @Override
  public void put(String story, StoryAlerts alerts) {
    store.put(story, alerts);
  }

  @Override
  public void delete(String story) {
    store.delete(story);
  }

  @Override
  public void each(Consumer<StoryAlerts> reader) {
    try (KeyValueIterator<String, StoryAlerts> all = store.all()) {
      all.forEachRemaining(entry -> reader.accept(entry.value));
    }
  }
}
