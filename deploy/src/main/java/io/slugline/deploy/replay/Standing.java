package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How all articles and stories of a cluster, or of the part of it behind a fence, stand: what a
 * consumer knows who has read everything.
 */
final class Standing {
  private final Map<String, Stood> byRawId = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final Map<String, StorySnapshot> latest = new HashMap<>();
  private final Map<String, Long> latestAt = new HashMap<>();
  private final StoryTable table = new StoryTable();
  private Map<String, String> stories = Map.of();
  private Map<String, List<Stood>> members = Map.of();

  /** An article's record that holds; one that withdraws it only until all are read. */
  record Stood(Sketch sketch, Instant arrivedAt, String copyGroup, boolean withdrawn) {}

  private Standing() {}

  /** Reads all that a cluster holds. */
  static Standing read(Cluster cluster) {
    return read(cluster, (language, sequence) -> true);
  }

  /**
   * Reads a cluster.
   *
   * @param counts which records count, by language and number; the others are left out
   */
  static Standing read(Cluster cluster, BiPredicate<String, Long> counts) {
    Standing standing = new Standing();
    TopicScan.all(
        cluster,
        Topics.ARTICLES_ENRICHED,
        record -> {
          EnrichedArticle article = Alerts.read(Topics.ARTICLES_ENRICHED, record);
          if (!counts.test(article.language(), article.sequence())) return;
          standing.numbered(article.language(), article.sequence());
          standing.take(article, Arrays.hashCode(record.value()));
        });
    TopicScan.all(
        cluster,
        Topics.STORIES,
        record -> {
          if (record.value() == null) return;
          StoryChange change = Alerts.read(Topics.STORIES, record);
          if (!counts.test(change.language(), change.sequence())) return;
          standing.numbered(change.language(), change.sequence());
          standing.table.changed(change);
        });
    standing.settle();
    return standing;
  }

  /** The same, as if these articles had never been. */
  Standing without(Set<String> ids) {
    byRawId.values().removeIf(stood -> ids.contains(stood.sketch().id()));
    settle();
    return this;
  }

  /** The records that hold, by the id of the raw article. */
  Map<String, Stood> articles() {
    return byRawId;
  }

  /** The last number taken in each language. */
  Map<String, Long> taken() {
    return taken;
  }

  /** The story that an article stands in. */
  String storyOf(Stood stood) {
    return stories.getOrDefault(stood.sketch().id(), stood.sketch().story());
  }

  /** A story as it stands: by its latest snapshot, unless articles came or went since. */
  StorySnapshot snapshot(String story) {
    List<Stood> now = members.getOrDefault(story, List.of());
    List<String> ids = now.stream().map(stood -> stood.sketch().id()).toList();
    StorySnapshot known = latest.get(story);
    if (known != null && new HashSet<>(known.articles()).equals(new HashSet<>(ids))) return known;
    Set<String> outlets = new HashSet<>();
    Set<String> copies = new HashSet<>();
    for (Stood stood : now) {
      String source = stood.sketch().source();
      outlets.add(source == null ? stood.sketch().id() : source);
      copies.add(stood.copyGroup());
    }
    return new StorySnapshot(
        story,
        title(known, now),
        known == null ? null : known.place(),
        now.get(0).arrivedAt(),
        now.get(now.size() - 1).arrivedAt(),
        ids.subList(Math.max(0, ids.size() - 200), ids.size()),
        ids.size(),
        outlets.size(),
        copies.size(),
        known == null ? List.of() : known.mergedFrom(),
        null);
  }

  /** The one that it had, unless the article that gave it is gone. */
  private static String title(@Nullable StorySnapshot known, List<Stood> now) {
    return now.stream()
        .map(stood -> stood.sketch().title())
        .filter(title -> known != null && title.equals(known.title()))
        .findFirst()
        .orElse(now.get(0).sketch().title());
  }

  /** Arrival of the latest article of these; null when there is none. */
  @Nullable Instant latestArrival() {
    return byRawId.values().stream()
        .map(Stood::arrivedAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private void numbered(String language, long sequence) {
    taken.merge(language, sequence, Math::max);
  }

  private void take(EnrichedArticle article, int hash) {
    Sketch sketch = Sketch.of(article, hash);
    table.placed(article.language(), article.sequence(), article.id(), article.story().id());
    Stood stood = new Stood(sketch, article.arrivedAt(), article.copyGroup(), article.withdraws());
    byRawId.merge(article.rawId(), stood, Standing::later);
    String story = article.story().id();
    if (latestAt.getOrDefault(story, 0L) <= article.sequence()) {
      latestAt.put(story, article.sequence());
      latest.put(story, article.story());
    }
  }

  private static Stood later(Stood one, Stood other) {
    return other.sketch().sequence() > one.sketch().sequence() ? other : one;
  }

  private void settle() {
    byRawId.values().removeIf(Stood::withdrawn);
    stories = table.atEnd();
    Map<String, List<Stood>> all = new HashMap<>();
    for (Stood stood : byRawId.values()) {
      all.computeIfAbsent(storyOf(stood), any -> new ArrayList<>()).add(stood);
    }
    all.values()
        .forEach(list -> list.sort(Comparator.comparingLong(stood -> stood.sketch().sequence())));
    members = all;
  }
}
