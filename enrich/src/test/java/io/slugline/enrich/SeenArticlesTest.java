package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeenArticlesTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final KeyValueStore<String, Seen> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(SeenArticles.STORE),
              Serdes.String(),
              Json.serde(Seen.class))
          .withLoggingDisabled()
          .build();
  private final SeenArticles seen = new SeenArticles(store, Duration.ofDays(30));

  @BeforeEach
  void open() {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>(new Properties());
    store.init(context.getStateStoreContext(), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theLatestTextIsRememberedForItsTime() {
    seen.remember("a", new Seen("one", 1, DAY));
    seen.remember("a", new Seen("two", 2, 2 * DAY));

    assertThat(seen.of("a", 32 * DAY)).contains(new Seen("two", 2, 2 * DAY));
    assertThat(seen.of("a", 32 * DAY + 1)).isEmpty();
  }

  @Test
  void whatIsOldLeavesTheStore() {
    seen.remember("a", new Seen("one", 1, DAY));
    seen.remember("b", new Seen("two", 1, 40 * DAY));

    assertThat(keys()).hasSize(2).allMatch(key -> key.endsWith("b"));
  }

  @Test
  void nothingIsLeftOfWhatIsForgotten() {
    seen.remember("a", new Seen("one", 1, DAY));

    seen.forget("a");

    assertThat(keys()).isEmpty();
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }
}
