package io.slugline.alerting.console.view;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.StoryChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The articles of the span that is looked at, and the stories they are in. */
final class Articles {
  private static final int MOST = 100_000;
  private static final Comparator<ArticleLine> ARRIVAL =
      Comparator.comparing(ArticleLine::firstArrivedAt).thenComparing(ArticleLine::id);

  private final Map<String, ArticleLine> lines = new LinkedHashMap<>();
  private final Map<String, Set<String>> stories = new HashMap<>();
  private final Map<String, Move> moves = new HashMap<>();
  private final Map<String, String> endedIn = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Set<String> erased = new HashSet<>();
  private @Nullable Instant latest;

  /** Where a person or the grouper put an article later than it was placed. */
  private record Move(String story, long sequence) {}

  /** The record of an article that holds. */
  private record Told(String language, long sequence, int revision) {
    static Told of(EnrichedArticle article) {
      return new Told(article.language(), article.sequence(), article.revision());
    }

    boolean isBefore(EnrichedArticle other) {
      return language.equals(other.language())
          ? sequence < other.sequence()
          : revision <= other.revision();
    }
  }

  void take(EnrichedArticle article, Place whole) {
    if (erased.contains(article.id()) || !isLatest(article)) return;
    EnrichedArticle.Supersedes supersedes = article.supersedes();
    if (supersedes != null && supersedes.article() != null) {
      if (article.withdraws() || !supersedes.article().equals(article.id())) {
        drop(supersedes.article());
      }
      if (article.withdraws()) return;
    }
    if (latest == null || latest.isBefore(article.arrivedAt())) latest = article.arrivedAt();
    ArticleLine before = lines.get(article.id());
    ArticleLine line = ArticleLine.of(article, before, whole);
    for (String ended : article.story().mergedFrom()) endedIn.putIfAbsent(ended, line.story());
    Move move = moves.get(line.id());
    keep(
        move != null && move.sequence() > line.sequence()
            ? line.inStory(move.story(), move.sequence())
            : line);
    if (lines.size() > MOST) drop(lines.keySet().iterator().next());
  }

  /**
   * Partitions are read in any order: what a replay changed may come before what was told first.
   */
  private boolean isLatest(EnrichedArticle article) {
    Told before = told.get(article.id());
    boolean isLatest = before == null || before.isBefore(article);
    if (isLatest) told.put(article.id(), Told.of(article));
    return isLatest;
  }

  void take(StoryChange change) {
    if (change.kind() == StoryChange.Kind.MERGED) {
      change.others().forEach(other -> endedIn.put(other, change.story()));
      endedIn.remove(change.story());
    }
    if (change.kind() == StoryChange.Kind.SPLIT) endedIn.remove(change.story());
    for (String article : change.articles()) {
      moves.put(article, new Move(change.story(), change.sequence()));
      ArticleLine line = lines.get(article);
      if (line == null || line.sequence() > change.sequence()) continue;
      keep(line.inStory(change.story(), change.sequence()));
    }
  }

  void erase(String article) {
    erased.add(article);
    drop(article);
  }

  boolean isErased(String article) {
    return erased.contains(article);
  }

  /** Articles that arrived before are not looked at any more. */
  void forgetBefore(Instant horizon) {
    Iterator<ArticleLine> all = List.copyOf(lines.values()).iterator();
    while (all.hasNext()) {
      ArticleLine line = all.next();
      if (line.arrivedAt().isBefore(horizon)) drop(line.id());
    }
    told.keySet().retainAll(lines.keySet());
  }

  @Nullable ArticleLine get(String id) {
    return lines.get(id);
  }

  /** The story that goes on where this one ended. */
  String surviving(String story) {
    String now = story;
    for (int steps = 0; steps < 100; steps++) {
      String next = endedIn.get(now);
      if (next == null || next.equals(now)) return now;
      now = next;
    }
    return now;
  }

  /** In order of arrival. */
  List<ArticleLine> of(String story) {
    List<ArticleLine> found = new ArrayList<>();
    for (String id : stories.getOrDefault(story, Set.of())) {
      ArticleLine line = lines.get(id);
      if (line != null) found.add(line);
    }
    found.sort(ARRIVAL);
    return found;
  }

  int arrivedSince(Instant time) {
    return (int)
        lines.values().stream().filter(line -> line.firstArrivedAt().isAfter(time)).count();
  }

  List<ArticleLine> all() {
    return List.copyOf(lines.values());
  }

  @Nullable Instant latest() {
    return latest;
  }

  private void keep(ArticleLine line) {
    ArticleLine before = lines.put(line.id(), line);
    if (before != null && !before.story().equals(line.story())) {
      stories.getOrDefault(before.story(), new HashSet<>()).remove(line.id());
    }
    stories.computeIfAbsent(line.story(), id -> new LinkedHashSet<>()).add(line.id());
  }

  private void drop(String id) {
    ArticleLine line = lines.remove(id);
    moves.remove(id);
    if (line == null) return;
    Set<String> story = stories.get(line.story());
    if (story == null) return;
    story.remove(id);
    if (story.isEmpty()) stories.remove(line.story());
  }
}
