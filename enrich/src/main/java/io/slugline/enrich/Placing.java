package io.slugline.enrich;

import io.slugline.contract.Encoded;
import io.slugline.contract.Json;
import io.slugline.contract.Replay;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StorySettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * The step that needs memory: tells repeats and revisions from new articles, gives each its story
 * and its place in the order of its language. One task does this for all of a language.
 */
final class Placing implements Processor<String, TaggedArticle, String, Outcome> {
  static final String SEEN = "articles-seen";
  static final String MEMORY = "story-memory";
  private static final String SEQUENCE = "sequence/";

  private final StorySettings settings;
  private final EnrichMetrics metrics;
  private final Map<String, StoryGrouper> groupers = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Outcome> context;

  @SuppressWarnings("NullAway.Init")
  private WindowStore<String, Seen> seen;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, byte[]> memory;

  private Placing(StorySettings settings, EnrichMetrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /** The step with the stores that it owns. */
  static ProcessorSupplier<String, TaggedArticle, String, Outcome> supplier(
      StorySettings settings, Duration remembered, EnrichMetrics metrics) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, TaggedArticle, String, Outcome> get() {
        return new Placing(settings, metrics);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.windowStoreBuilder(
                Stores.persistentWindowStore(SEEN, remembered, Duration.ofMillis(1), false),
                Serdes.String(),
                Json.serde(Seen.class)),
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MEMORY), Serdes.String(), Serdes.ByteArray()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    this.seen = context.getStateStore(SEEN);
    this.memory = context.getStateStore(MEMORY);
  }

  @Override
  public void process(Record<String, TaggedArticle> record) {
    TaggedArticle article = record.value();
    Optional<Seen> before = lastSeen(article);
    if (before.isPresent() && before.get().textHash().equals(article.textHash())) {
      metrics.repeat();
      return;
    }
    int revision = before.map(Seen::revision).orElse(0) + 1;
    Outcome outcome = place(article, revision, recorded(record.headers()));
    seen.put(article.id(), new Seen(article.textHash(), revision), record.timestamp());
    metrics.enriched();
    context.forward(record.withKey(outcome.article().key()).withValue(outcome));
  }

  private Outcome place(TaggedArticle article, int revision, long recorded) {
    StoryGrouper grouper = grouper(article.language());
    Placed placed =
        revision == 1 ? grouper.place(article.arrival()) : grouper.revise(article.arrival());
    long sequence = sequence(article.language(), 1 + placed.changes().size(), recorded);
    Encoded enriched = article.in(placed, revision, sequence);
    List<StoryChange> changes = new ArrayList<>();
    long number = sequence;
    for (Change change : placed.changes()) {
      changes.add(change.numbered(article.language(), ++number));
    }
    return new Outcome(enriched, changes);
  }

  private StoryGrouper grouper(String language) {
    return groupers.computeIfAbsent(
        language, key -> StoryGrouper.restore(new StoreMemory(memory, key), settings));
  }

  /**
   * Takes the next places in a language's order and gives the first of them.
   *
   * @param recorded the place that it had before, when this is a replay, and has again unless that
   *     is taken; 0 for none
   */
  private long sequence(String language, int places, long recorded) {
    byte[] last = memory.get(SEQUENCE + language);
    long before = Math.max(last == null ? 0 : ByteBuffer.wrap(last).getLong(), recorded - 1);
    memory.put(
        SEQUENCE + language, ByteBuffer.allocate(Long.BYTES).putLong(before + places).array());
    return before + 1;
  }

  private static long recorded(Headers headers) {
    Header place = headers.lastHeader(Replay.SEQUENCE);
    return place == null ? 0 : Long.parseLong(new String(place.value(), StandardCharsets.UTF_8));
  }

  private Optional<Seen> lastSeen(TaggedArticle article) {
    try (WindowStoreIterator<Seen> latestFirst =
        seen.backwardFetch(article.id(), Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE))) {
      return latestFirst.hasNext() ? Optional.of(latestFirst.next().value) : Optional.empty();
    }
  }
}
