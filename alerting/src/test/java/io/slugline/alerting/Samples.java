package io.slugline.alerting;

import io.slugline.contract.Action;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.RawMap;
import io.slugline.contract.Severity;
import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as the other stages write them. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  private Samples() {}

  /** The moment so many minutes after the start. */
  public static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  public static Watch watch(String id, Severity severity, WatchState state, String query) {
    return new Watch(
        id,
        "Watch " + id,
        severity,
        "desk",
        state,
        query,
        new Watch.Examples(List.of(), List.of()),
        1,
        "ann",
        START,
        null,
        null,
        null,
        null);
  }

  public static Watch ships() {
    return watch("ships", Severity.WARNING, WatchState.LIVE, "freighter");
  }

  public static StorySnapshot story(String id, List<String> articles, String... mergedFrom) {
    return new StorySnapshot(
        id,
        "Headline of " + id,
        "RASON",
        START,
        START,
        articles,
        articles.size(),
        articles.size(),
        articles.size(),
        List.of(mergedFrom),
        null);
  }

  /** The article that is the latest of the story. */
  public static EnrichedArticle article(StorySnapshot story, long sequence, String body) {
    String id = story.articles().get(story.articles().size() - 1);
    return new EnrichedArticle(
        id,
        1,
        "raw-" + id,
        "outlet-" + id,
        null,
        "Title of " + id,
        RawMap.uniform(0, 1),
        body,
        RawMap.uniform(20, 1),
        List.of(),
        "eng",
        List.of(),
        "full",
        null,
        null,
        null,
        minute(sequence),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        story,
        new Grouping(0, null, List.of(), List.of()),
        id,
        sequence,
        Map.of(),
        null);
  }

  public static StoryChange change(
      StoryChange.Kind kind, String story, List<String> others, List<String> articles) {
    return change(kind, story, others, articles, 50);
  }

  public static StoryChange change(
      StoryChange.Kind kind,
      String story,
      List<String> others,
      List<String> articles,
      long sequence) {
    return new StoryChange(
        story,
        kind,
        others,
        articles,
        "alike",
        null,
        minute(sequence),
        "eng",
        sequence,
        null,
        null);
  }

  public static Action tick(Instant at) {
    return action("tick", Action.Kind.TICK, at, Action.Target.none(), null);
  }

  public static Action action(
      String id, Action.Kind kind, Instant at, Action.Target target, @Nullable Instant until) {
    return new Action(id, kind, at, "bob", target, List.of(), until, null);
  }

  public static Action.Target onAlert(String alert) {
    return new Action.Target(alert, null, null, null, null, null, null, null);
  }
}
