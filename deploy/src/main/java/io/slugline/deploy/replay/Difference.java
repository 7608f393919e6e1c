package io.slugline.deploy.replay;

import io.slugline.contract.Evidence;
import io.slugline.contract.Replay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would change if a replay were promoted. Pure.
 *
 * @param articles those that differ, in their order on the replay's side
 * @param compared how many articles both sides have
 * @param identical how many of them are the same in every byte of their records
 */
record Difference(
    List<ArticleChange> articles,
    List<StoryChange> stories,
    List<AlertChange> alerts,
    int compared,
    int identical,
    Pages pages) {

  /** In what an article can differ. */
  enum Part {
    text,
    entities,
    keywords,
    story,
    gained,
    lost
  }

  /** An article that differs; one of the two is null when only one side has it. */
  record ArticleChange(
      Set<Part> parts, @Nullable Sketch before, @Nullable Sketch after, String story) {

    Sketch either() {
      return after == null ? Objects.requireNonNull(before) : after;
    }
  }

  /**
   * Stories that are one on one side and several on the other.
   *
   * @param what {@code split} or {@code merged}
   */
  record StoryChange(String what, String one, Set<String> several) {}

  /**
   * An alert that only one side has, or that differs.
   *
   * @param what {@code gained}, {@code lost} or {@code changed}
   * @param how in words
   */
  record AlertChange(
      String what, String how, Side.AlertEnd alert, int pagesBefore, int pagesAfter) {}

  /**
   * Pages within the range.
   *
   * @param more that only the replay would have asked for
   * @param fewer that only live asked for
   */
  record Pages(int live, int replay, int more, int fewer) {}

  static Difference between(Side live, Side replay, Replay.Range range) {
    String watch = range.watch();
    return new Comparing(live.alertsOf(watch), replay.alertsOf(watch), range).made();
  }

  int count(Part part) {
    return (int) articles.stream().filter(change -> change.parts().contains(part)).count();
  }

  long stories(String what) {
    return stories.stream().filter(change -> change.what().equals(what)).count();
  }

  long alerts(String what) {
    return alerts.stream().filter(change -> change.what().equals(what)).count();
  }

  private static final class Comparing {
    private final Side live;
    private final Side replay;
    private final Replay.Range range;
    private final Set<String> alertedLive;
    private final Set<String> alertedAgain;
    private final Matched matched = new Matched();
    private final List<ArticleChange> articles = new ArrayList<>();
    private int compared;
    private int identical;

    Comparing(Side live, Side replay, Replay.Range range) {
      this.live = live;
      this.replay = replay;
      this.range = range;
      this.alertedLive = live.alerted();
      this.alertedAgain = replay.alerted();
    }

    Difference made() {
      replay.articles().values().forEach(this::matchStories);
      replay.articles().values().stream().filter(this::counts).forEach(this::compare);
      live.articles().values().stream()
          .filter(this::counts)
          .filter(before -> !replay.articles().containsKey(before.rawId()))
          .forEach(
              before ->
                  articles.add(
                      new ArticleChange(
                          EnumSet.of(Part.lost), before, null, live.storyOf(before))));
      List<StoryChange> stories = new ArrayList<>();
      matched.split().forEach(p -> stories.add(new StoryChange("split", p.one(), p.several())));
      matched.merged().forEach(p -> stories.add(new StoryChange("merged", p.one(), p.several())));
      List<AlertChange> alerts = alerts();
      return new Difference(articles, stories, alerts, compared, identical, pages(alerts));
    }

    private boolean counts(Sketch article) {
      String story = live.storyOf(article);
      return (range.source() == null || range.source().equals(article.source()))
          && (range.story() == null || range.story().equals(story))
          && (range.watch() == null || alertedLive.contains(story) || isAlertedAgain(article));
    }

    private boolean isAlertedAgain(Sketch article) {
      Sketch after = replay.articles().get(article.rawId());
      return after != null && alertedAgain.contains(replay.storyOf(after));
    }

    private void matchStories(Sketch after) {
      Sketch before = live.articles().get(after.rawId());
      if (before != null) matched.note(live.storyOf(before), replay.storyOf(after));
    }

    private void compare(Sketch after) {
      String story = replay.storyOf(after);
      Sketch before = live.articles().get(after.rawId());
      if (before == null) {
        articles.add(new ArticleChange(EnumSet.of(Part.gained), null, after, story));
        return;
      }
      compared++;
      if (before.record() == after.record()) identical++;
      Set<Part> parts = EnumSet.noneOf(Part.class);
      if (before.text() != after.text()) parts.add(Part.text);
      if (before.mentions() != after.mentions()) parts.add(Part.entities);
      if (!before.keywords().equals(after.keywords())) parts.add(Part.keywords);
      if (!matched.of(live.storyOf(before)).orElse("").equals(story)) parts.add(Part.story);
      if (!parts.isEmpty()) articles.add(new ArticleChange(parts, before, after, story));
    }

    private List<AlertChange> alerts() {
      Map<String, Side.AlertEnd> open = new HashMap<>();
      live.alerts().values().stream()
          .filter(Side.AlertEnd::isThere)
          .forEach(end -> open.put(key(end, matched.of(end.last().story())), end));
      List<AlertChange> changes = new ArrayList<>();
      for (Side.AlertEnd after : replay.alerts().values()) {
        if (!after.isThere()) continue;
        Side.AlertEnd before = open.remove(key(after, java.util.Optional.empty()));
        if (before == null) {
          changes.add(new AlertChange("gained", "new", after, 0, after.pages()));
        } else {
          changed(before, after, changes);
        }
      }
      open.values()
          .forEach(gone -> changes.add(new AlertChange("lost", "gone", gone, gone.pages(), 0)));
      return changes;
    }

    private static String key(Side.AlertEnd end, java.util.Optional<String> story) {
      return end.last().watch() + "\n" + story.orElse(end.last().story());
    }

    private static void changed(
        Side.AlertEnd before, Side.AlertEnd after, List<AlertChange> changes) {
      List<String> how = new ArrayList<>();
      if (before.last().severity() != after.last().severity()) {
        how.add(before.last().severity().word() + " becomes " + after.last().severity().word());
      }
      Set<String> old = matches(before);
      Set<String> now = matches(after);
      if (!old.equals(now)) {
        Set<String> more = new HashSet<>(now);
        more.removeAll(old);
        Set<String> fewer = new HashSet<>(old);
        fewer.removeAll(now);
        how.add(more.size() + " more, " + fewer.size() + " fewer matching articles");
      }
      if (before.pages() != after.pages()) {
        how.add(before.pages() + " pages become " + after.pages());
      }
      if (how.isEmpty()) return;
      changes.add(
          new AlertChange("changed", String.join("; ", how), after, before.pages(), after.pages()));
    }

    private static Set<String> matches(Side.AlertEnd end) {
      return end.last().evidence().stream().map(Evidence::article).collect(Collectors.toSet());
    }

    private Pages pages(List<AlertChange> changes) {
      int more =
          changes.stream().mapToInt(c -> Math.max(0, c.pagesAfter() - c.pagesBefore())).sum();
      int fewer =
          changes.stream().mapToInt(c -> Math.max(0, c.pagesBefore() - c.pagesAfter())).sum();
      return new Pages(all(live), all(replay), more, fewer);
    }

    private static int all(Side side) {
      return side.alerts().values().stream().mapToInt(Side.AlertEnd::pages).sum();
    }
  }
}
