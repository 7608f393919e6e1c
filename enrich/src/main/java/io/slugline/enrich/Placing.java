package io.slugline.enrich;

import io.slugline.contract.Action;
import io.slugline.contract.Encoded;
import io.slugline.contract.Repeat;
import io.slugline.contract.Replay;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Trace;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.Glimpse;
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
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.MDC;

/**
 * The step that needs memory: tells repeats and revisions from new articles, gives each its story
 * and its place in the order of its language. One task does this for all of a language.
 */
final class Placing implements Processor<String, Turn, String, Outcome> {
  static final String MEMORY = "story-memory";
  private static final String SEQUENCE = "sequence/";

  private final StorySettings settings;
  private final Duration remembered;
  private final Succession succession;
  private final EnrichMetrics metrics;
  private final Map<String, StoryGrouper> groupers = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Outcome> context;

  @SuppressWarnings("NullAway.Init")
  private SeenArticles seen;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, byte[]> memory;

  private Placing(
      StorySettings settings, Duration remembered, Succession succession, EnrichMetrics metrics) {
    this.settings = settings;
    this.remembered = remembered;
    this.succession = succession;
    this.metrics = metrics;
  }

  /** The step with the stores that it owns. */
  static ProcessorSupplier<String, Turn, String, Outcome> supplier(
      StorySettings settings, Duration remembered, Succession succession, EnrichMetrics metrics) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Turn, String, Outcome> get() {
        return new Placing(settings, remembered, succession, metrics);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            SeenArticles.builder(),
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MEMORY), Serdes.String(), Serdes.ByteArray()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    this.seen = new SeenArticles(context.getStateStore(SeenArticles.STORE), remembered);
    this.memory = context.getStateStore(MEMORY);
    // Here, not at a language's first article: a store that cannot be read stops the stage.
    languages().forEach(this::grouper);
  }

  @Override
  public void process(Record<String, Turn> record) {
    TaggedArticle article = record.value().article();
    Action order = record.value().order();
    if (article != null) take(record, article);
    if (order != null) obey(record, order);
  }

  private void take(Record<String, Turn> record, TaggedArticle article) {
    MDC.put("article", article.id());
    long start = System.nanoTime();
    forward(record, article);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Trace.of(record.headers())
        .ifPresent(trace -> trace.did("place", took, Map.of("article", article.id())));
    MDC.remove("article");
  }

  private void forward(Record<String, Turn> record, TaggedArticle article) {
    Optional<Seen> before = seen.of(article.id(), record.timestamp());
    int told = before.map(Seen::revision).orElse(0);
    boolean same = before.isPresent() && before.get().textHash().equals(article.textHash());
    if (same || succession.isErased(article.id(), article.arrivedAt())) {
      metrics.repeat();
      Outcome repeat = repeat(article, Math.max(1, told));
      context.forward(record.withKey(article.id()).withValue(repeat));
      return;
    }
    int revision = told + 1;
    Outcome outcome = place(article, revision, recorded(record.headers()));
    seen.remember(article.id(), new Seen(article.textHash(), revision, record.timestamp()));
    context.forward(record.withKey(article.id()).withValue(outcome));
  }

  private Outcome place(TaggedArticle article, int revision, long recorded) {
    StoryGrouper grouper = grouper(article.language());
    Arrival arrival = article.arrival();
    Placed placed = revision == 1 ? grouper.place(arrival) : grouper.revise(arrival);
    long sequence = sequence(article.language(), 1 + placed.changes().size(), recorded);
    Encoded enriched =
        article.in(
            placed, revision, sequence, succession.superseded(article.id(), article.arrivedAt()));
    boolean opened = placed.grouping().nearest() == null;
    metrics.placed(opened, placed.changes().size());
    return new Outcome(
        enriched,
        null,
        numbered(placed.changes(), article.language(), sequence + 1),
        opened ? Glimpse.of(article.language(), placed, arrival) : null);
  }

  private Outcome repeat(TaggedArticle article, int revision) {
    Instant arrivedAt = article.arrivedAt();
    String teller = succession.teller(arrivedAt);
    Repeat repeat = new Repeat(article.rawId(), article.id(), revision, arrivedAt, teller);
    return new Outcome(null, repeat, List.of(), null);
  }

  /** The story is of one of this task's languages, or of another task's. */
  private void obey(Record<String, Turn> record, Action order) {
    String article = order.target().article();
    if (order.kind() == Action.Kind.FORGET && article != null) seen.forget(article);
    for (String language : languages()) {
      List<Change> changes = PersonsOrders.apply(order, grouper(language));
      if (changes.isEmpty()) continue;
      long sequence = sequence(language, changes.size(), recorded(record.headers()));
      Outcome outcome = new Outcome(null, null, numbered(changes, language, sequence), null);
      context.forward(record.withKey(language).withValue(outcome));
    }
  }

  private static List<StoryChange> numbered(List<Change> changes, String language, long first) {
    List<StoryChange> numbered = new ArrayList<>();
    long number = first;
    for (Change change : changes) numbered.add(change.numbered(language, number++));
    return numbered;
  }

  /** Every language that an article of this task ever had. */
  private List<String> languages() {
    List<String> languages = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all =
        memory.prefixScan(SEQUENCE, new StringSerializer())) {
      all.forEachRemaining(entry -> languages.add(entry.key.substring(SEQUENCE.length())));
    }
    return languages;
  }

  private StoryGrouper grouper(String language) {
    return groupers.computeIfAbsent(
        language,
        key -> StoryGrouper.restore(new StoreMemory(memory, "story/" + key + "/"), settings));
  }

  /**
   * Takes the next places in a language's order and gives the first of them.
   *
   * @param recorded the place that it had before, when this is a replay: where a replay's order
   *     begins, from where on it leaves none out; 0 for none
   */
  private long sequence(String language, int places, long recorded) {
    byte[] last = memory.get(SEQUENCE + language);
    long own = last == null ? Math.max(0, recorded - 1) : ByteBuffer.wrap(last).getLong();
    long before = Math.max(own, succession.taken(language));
    memory.put(
        SEQUENCE + language, ByteBuffer.allocate(Long.BYTES).putLong(before + places).array());
    return before + 1;
  }

  private static long recorded(Headers headers) {
    Header place = headers.lastHeader(Replay.SEQUENCE);
    return place == null ? 0 : Long.parseLong(new String(place.value(), StandardCharsets.UTF_8));
  }
}
