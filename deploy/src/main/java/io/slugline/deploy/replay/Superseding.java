package io.slugline.deploy.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Cluster;
import io.slugline.contract.Encoded;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that bring whoever follows live from how one side stands to how the other stands:
 * each article that differs, or stands in another story, once more, under the next numbers; and one
 * that withdraws each article that is there no longer.
 */
final class Superseding {
  private final String replay;
  private final Standing before;
  private final Standing after;
  private final Set<String> covered;
  private final Map<String, Long> taken;

  /**
   * @param before what followers of live know
   * @param after what they are to know
   * @param covered raw articles that are withdrawn where the second side has nothing of them
   */
  Superseding(String replay, Standing before, Standing after, Set<String> covered) {
    this.replay = replay;
    this.covered = covered;
    this.before = before;
    this.after = after;
    this.taken = new HashMap<>(before.taken());
  }

  /** The last number of each language when all of them are appended. */
  Map<String, Long> taken() {
    return taken;
  }

  /**
   * The records, in the order of their numbers.
   *
   * @param first where the records of the first side lie
   * @param second where those of the second side lie
   */
  List<Encoded> records(Cluster first, Cluster second) {
    Map<String, Standing.Stood> wanted = new HashMap<>();
    after.articles().forEach((rawId, stood) -> note(rawId, stood, wanted));
    List<Encoded> records = new ArrayList<>();
    for (Read read : inOrder(first, gone())) records.add(withdrawing(read));
    for (Read read : inOrder(second, wanted)) records.add(superseding(read));
    return records;
  }

  /** An article of the same id may have come of another raw one. */
  private Map<String, Standing.Stood> gone() {
    Set<String> there = new HashSet<>();
    after.articles().values().forEach(stood -> there.add(stood.sketch().id()));
    Map<String, Standing.Stood> gone = new HashMap<>();
    before
        .articles()
        .forEach(
            (rawId, stood) -> {
              String id = stood.sketch().id();
              boolean isThere = after.articles().containsKey(rawId) || there.contains(id);
              if (covered.contains(rawId) && !isThere) gone.put(rawId, stood);
            });
    return gone;
  }

  private static List<Read> inOrder(Cluster cluster, Map<String, Standing.Stood> wanted) {
    if (wanted.isEmpty()) return List.of();
    Map<String, List<Read>> languages = new TreeMap<>();
    TopicScan.all(cluster, Topics.ARTICLES_ENRICHED, record -> collect(record, wanted, languages));
    List<Read> inOrder = new ArrayList<>();
    for (List<Read> all : languages.values()) {
      all.sort(Comparator.comparingLong(read -> read.stood().sketch().sequence()));
      inOrder.addAll(all);
    }
    return inOrder;
  }

  private record Read(Standing.Stood stood, ObjectNode record) {}

  private void note(String rawId, Standing.Stood now, Map<String, Standing.Stood> wanted) {
    Standing.Stood old = before.articles().get(rawId);
    if (old == null || !isSame(old, now)) wanted.put(rawId, now);
  }

  private boolean isSame(Standing.Stood old, Standing.Stood now) {
    Sketch one = old.sketch();
    Sketch other = now.sketch();
    return one.id().equals(other.id())
        && one.text() == other.text()
        && one.mentions() == other.mentions()
        && one.keywords().equals(other.keywords())
        && before.storyOf(old).equals(after.storyOf(now));
  }

  private static void collect(
      ConsumerRecord<String, byte[]> record,
      Map<String, Standing.Stood> wanted,
      Map<String, List<Read>> languages) {
    try {
      ObjectNode tree = (ObjectNode) Json.mapper().readTree(record.value());
      Standing.Stood stood = wanted.get(tree.path("rawId").asText());
      if (stood == null || tree.path("sequence").asLong() != stood.sketch().sequence()) return;
      String language = tree.path("language").asText();
      if (!language.equals(stood.sketch().language())) return;
      languages.computeIfAbsent(language, any -> new ArrayList<>()).add(new Read(stood, tree));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + record.topic() + "@" + record.offset(), e);
    }
  }

  private Encoded withdrawing(Read read) {
    return told(read, before.storyOf(read.stood()), takingPlace(read.stood(), true));
  }

  private Encoded superseding(Read read) {
    Standing.Stood old = before.articles().get(read.stood().sketch().rawId());
    String story = after.storyOf(read.stood());
    read.record().set("story", Json.mapper().valueToTree(after.snapshot(story)));
    EnrichedArticle.Supersedes gained = new EnrichedArticle.Supersedes(replay, null, null, 0, null);
    return told(read, story, old == null ? gained : takingPlace(old, null));
  }

  private EnrichedArticle.Supersedes takingPlace(Standing.Stood old, @Nullable Boolean withdrawn) {
    Sketch sketch = old.sketch();
    return new EnrichedArticle.Supersedes(
        replay, sketch.id(), before.storyOf(old), sketch.sequence(), withdrawn);
  }

  private Encoded told(Read read, String story, EnrichedArticle.Supersedes supersedes) {
    Sketch sketch = read.stood().sketch();
    long number = taken.merge(sketch.language(), 1L, Long::sum);
    ObjectNode record = read.record();
    record.put("sequence", number);
    record.set("supersedes", Json.mapper().valueToTree(supersedes));
    String id = sketch.id() + "/" + record.path("revision").asInt() + "/" + number;
    Instant arrivedAt = Objects.requireNonNull(read.stood().arrivedAt());
    return new Encoded(id, story, arrivedAt, Json.bytes(record));
  }
}
