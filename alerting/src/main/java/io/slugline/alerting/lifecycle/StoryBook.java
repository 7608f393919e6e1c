package io.slugline.alerting.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds stories on the shelf: by id through merges, by an alert's id, and by the time at which
 * something falls due, so that a tick need not read them all.
 */
final class StoryBook {
  private final Shelf<StoryAlerts> shelf;
  private final Duration quietAfter;
  private final Map<String, String> storyOfAlert = new HashMap<>();
  private final Map<String, List<String>> alertsOfStory = new HashMap<>();
  private final Map<String, StoryAlerts.Ended> ended = new HashMap<>();
  private final Map<String, Instant> dueOfStory = new HashMap<>();
  private final TreeMap<Instant, TreeSet<String>> dueStories = new TreeMap<>();

  StoryBook(Shelf<StoryAlerts> shelf, Duration quietAfter) {
    this.shelf = shelf;
    this.quietAfter = quietAfter;
    shelf.each(this::index);
  }

  /** The id under which a story goes on, after all merges. */
  String surviving(String story) {
    String id = story;
    // A merge that is undone leaves a ring for a moment; ten steps are more than ever happen.
    for (int step = 0; step < 10; step++) {
      StoryAlerts found = shelf.get(id);
      if (found == null || found.mergedInto() == null) return id;
      id = found.mergedInto();
    }
    return story;
  }

  /** The story itself, or the one that it was merged into. */
  Optional<StoryAlerts> find(String story) {
    return Optional.ofNullable(shelf.get(surviving(story)));
  }

  /** What lies under the very id. */
  @Nullable StoryAlerts get(String story) {
    return shelf.get(story);
  }

  Optional<StoryAlerts> holding(String alert) {
    return Optional.ofNullable(storyOfAlert.get(alert)).map(shelf::get);
  }

  /**
   * A watch's alert on a story, before anything is told of it. It goes on where one of its name
   * ended in a merge; where that one still goes on in another story, it gets another name.
   */
  AlertState begin(String story, WatchFacts watch, Standing standing, List<MatchedArticle> by) {
    String id = Matching.fingerprint(watch.id(), story);
    for (int other = 2; isElsewhere(id, story); other++) {
      id = Matching.fingerprint(watch.id(), story + "/" + other);
    }
    StoryAlerts.Ended before = ended.get(id);
    Standing now = before == null ? standing : standing.after(before);
    Instant first = by.get(0).arrivedAt();
    Instant last = by.get(by.size() - 1).arrivedAt();
    return new AlertState(id, watch, now, by, first, last, null, null);
  }

  private boolean isElsewhere(String alert, String story) {
    return !storyOfAlert.getOrDefault(alert, story).equals(story);
  }

  List<StoryAlerts> dueBy(Instant now) {
    List<StoryAlerts> due = new ArrayList<>();
    dueStories.headMap(now, true).values().stream()
        .flatMap(TreeSet::stream)
        .map(shelf::get)
        .forEach(due::add);
    return due;
  }

  List<StoryAlerts> all() {
    List<StoryAlerts> all = new ArrayList<>();
    shelf.each(all::add);
    return all;
  }

  void keep(StoryAlerts story) {
    unindex(story.id());
    shelf.put(story.id(), story);
    index(story);
  }

  void forget(String story) {
    unindex(story);
    StoryAlerts known = shelf.get(story);
    if (known != null) known.ended().forEach(one -> ended.remove(one.alert(), one));
    shelf.delete(story);
  }

  private void index(StoryAlerts story) {
    List<String> alerts = story.alerts().stream().map(AlertState::id).toList();
    alerts.forEach(alert -> storyOfAlert.put(alert, story.id()));
    if (!alerts.isEmpty()) alertsOfStory.put(story.id(), alerts);
    for (StoryAlerts.Ended one : story.ended()) {
      ended.merge(one.alert(), one, (known, now) -> now.version() > known.version() ? now : known);
    }
    Instant due = story.dueAt(quietAfter);
    dueOfStory.put(story.id(), due);
    dueStories.computeIfAbsent(due, at -> new TreeSet<>()).add(story.id());
  }

  private void unindex(String story) {
    List<String> alerts = alertsOfStory.remove(story);
    // A merge may have taken the alert to another story before this one is kept again.
    if (alerts != null) alerts.forEach(alert -> storyOfAlert.remove(alert, story));
    Instant due = dueOfStory.remove(story);
    if (due == null) return;
    TreeSet<String> others = dueStories.get(due);
    if (others == null) return;
    others.remove(story);
    if (others.isEmpty()) dueStories.remove(due);
  }
}
