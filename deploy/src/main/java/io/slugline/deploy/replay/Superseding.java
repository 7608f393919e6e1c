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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records that bring whoever follows live from how one side stands to how the other stands:
 * each article that differs, or stands in another story, once more, under the next numbers.
 */
final class Superseding {
  private final String replay;
  private final Standing before;
  private final Standing after;
  private final Map<String, Long> taken;

  /**
   * @param before what followers of live know
   * @param after what they are to know
   */
  Superseding(String replay, Standing before, Standing after) {
    this.replay = replay;
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
   * @param cluster where the records of the second side lie
   */
  List<Encoded> records(Cluster cluster) {
    Map<String, Standing.Stood> wanted = new HashMap<>();
    after.articles().forEach((rawId, stood) -> note(rawId, stood, wanted));
    Map<String, List<Read>> languages = new TreeMap<>();
    TopicScan.all(cluster, Topics.ARTICLES_ENRICHED, record -> collect(record, wanted, languages));
    List<Encoded> records = new ArrayList<>();
    for (List<Read> all : languages.values()) {
      all.sort(Comparator.comparingLong(read -> read.stood().sketch().sequence()));
      for (Read read : all) records.add(superseding(read));
    }
    return records;
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

  private Encoded superseding(Read read) {
    Sketch sketch = read.stood().sketch();
    String story = after.storyOf(read.stood());
    long number = taken.merge(sketch.language(), 1L, Long::sum);
    Standing.Stood old = before.articles().get(sketch.rawId());
    EnrichedArticle.Supersedes supersedes =
        old == null
            ? new EnrichedArticle.Supersedes(replay, null, null, 0)
            : new EnrichedArticle.Supersedes(
                replay, old.sketch().id(), before.storyOf(old), old.sketch().sequence());
    ObjectNode record = read.record();
    record.set("story", Json.mapper().valueToTree(after.snapshot(story)));
    record.put("sequence", number);
    record.set("supersedes", Json.mapper().valueToTree(supersedes));
    String id = sketch.id() + "/" + record.path("revision").asInt() + "/" + number;
    Instant arrivedAt = Objects.requireNonNull(read.stood().arrivedAt());
    return new Encoded(id, story, arrivedAt, Json.bytes(record));
  }
}
