package io.slugline.enrich;

import io.slugline.contract.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The latest text of each article, for as long as it is remembered. Not one of Kafka Streams'
 * window stores: of those, one that is empty has no offset in 4.3.1, and its task is taken for
 * corrupted, and the stores beside it wiped, at the next start.
 */
final class SeenArticles {
  static final String STORE = "seen-articles";
  private static final String BY_ID = "id/";
  private static final String BY_TIME = "at/";
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  private final KeyValueStore<String, Seen> store;
  private final long remembered;
  private long nextSweep;

  SeenArticles(KeyValueStore<String, Seen> store, Duration remembered) {
    this.store = store;
    this.remembered = remembered.toMillis();
  }

  static StoreBuilder<KeyValueStore<String, Seen>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(STORE), Serdes.String(), Json.serde(Seen.class));
  }

  /** What was seen of it, unless that was too long before {@code now}, in milliseconds. */
  Optional<Seen> of(String article, long now) {
    return Optional.ofNullable(store.get(BY_ID + article))
        .filter(seen -> seen.at() >= now - remembered);
  }

  void remember(String article, Seen seen) {
    forget(article);
    store.put(BY_ID + article, seen);
    store.put(byTime(seen.at(), article), seen);
    if (seen.at() >= nextSweep) sweep(seen.at());
  }

  void forget(String article) {
    Seen before = store.delete(BY_ID + article);
    if (before != null) store.delete(byTime(before.at(), article));
  }

  private void sweep(long now) {
    nextSweep = now + SWEEP_EVERY.toMillis();
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, Seen> all =
        store.range(byTime(0, ""), byTime(Math.max(0, now - remembered), ""))) {
      while (all.hasNext()) {
        KeyValue<String, Seen> entry = all.next();
        old.add(entry.key.substring(byTime(entry.value.at(), "").length()));
      }
    }
    old.forEach(this::forget);
  }

  private static String byTime(long millis, String article) {
    return String.format(Locale.ROOT, "%s%013d/%s", BY_TIME, millis, article);
  }
}
