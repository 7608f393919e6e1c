package io.slugline.alerting.lifecycle;

import io.slugline.alerting.Samples;
import io.slugline.alerting.silence.Silences;
import io.slugline.alerting.watch.Match;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.Severity;
import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lifecycle with everything that it has told so far, and short ways to give it turns. */
final class Desk {
  static final Watch SHIPS = Samples.ships();
  static final Watch SHADOW =
      Samples.watch("shadow", Severity.WARNING, WatchState.SHADOW, "freighter");

  final MemoryShelf shelf = new MemoryShelf();
  private final Shelves shelves = new Shelves(shelf, new MapShelf<>(), new MapShelf<>());
  final List<Alert> told = new ArrayList<>();
  private Lifecycle lifecycle = restarted();
  private long sequence;

  private Lifecycle restarted() {
    return new Lifecycle(shelves, new Silences(), Duration.ofHours(12));
  }

  /** The process dies and another goes on from what lies on the shelf. */
  void restart() {
    lifecycle = restarted();
  }

  /** The story's articles are parted by spaces; the last one is the one that came. */
  List<Alert> article(String story, String articles, Watch... matching) {
    return take(Turn.of(touch(story, articles, matching)));
  }

  Touch touch(String story, String articles, Watch... matching) {
    return touch(Samples.story(story, List.of(articles.split(" "))), matching);
  }

  /** The latest article of a story that others were merged into. */
  List<Alert> articleAfterMerge(
      String story, String mergedFrom, String articles, Watch... matching) {
    return take(
        Turn.of(touch(Samples.story(story, List.of(articles.split(" ")), mergedFrom), matching)));
  }

  List<Alert> article(StorySnapshot story, Watch... matching) {
    return take(Turn.of(touch(story, matching)));
  }

  private Touch touch(StorySnapshot story, Watch... matching) {
    EnrichedArticle article = Samples.article(story, ++sequence, "A freighter docked.");
    return Touch.of(
        article,
        Arrays.stream(matching).map(watch -> new Match(watch, evidence(article))).toList());
  }

  /** An article whose evidence names these. */
  List<Alert> named(String story, String articles, List<String> names, Watch watch) {
    Touch touch = touch(story, articles, watch);
    Matched plain = touch.matches().get(0);
    Matched naming = new Matched(plain.watch(), plain.evidence(), names);
    return take(
        Turn.of(
            new Touch(
                touch.article(),
                touch.revision(),
                touch.source(),
                touch.copyGroup(),
                touch.arrivedAt(),
                false,
                touch.language(),
                touch.sequence(),
                touch.story(),
                List.of(naming),
                null)));
  }

  List<Alert> backfilled(String story, String articles, Watch... matching) {
    return take(Turn.of(late(touch(story, articles, matching))));
  }

  List<Alert> revised(String story, String articles, Watch... matching) {
    return take(Turn.of(again(touch(story, articles, matching))));
  }

  List<Alert> change(StoryChange change) {
    return take(Turn.of(change));
  }

  List<Alert> order(Action action) {
    return take(Turn.of(action));
  }

  List<Alert> tick(long minute) {
    return order(Samples.tick(Samples.minute(minute)));
  }

  long pages() {
    return told.stream().filter(Alert::page).count();
  }

  private List<Alert> take(Turn turn) {
    List<Alert> changes = lifecycle.take(turn);
    told.addAll(changes);
    return changes;
  }

  static List<Evidence> evidence(EnrichedArticle article) {
    return List.of(
        new Evidence(
            article.id(), Field.BODY, 2, 11, 22, 31, article.body(), "freighter", null, null));
  }

  private static Touch late(Touch touch) {
    return copy(touch, touch.revision(), true);
  }

  private static Touch again(Touch touch) {
    return copy(touch, 2, touch.backfill());
  }

  /** The article once more, since a replay says otherwise of it. */
  List<Alert> superseded(
      @Nullable String before, String story, String articles, Watch... matching) {
    Touch touch = touch(story, articles, matching);
    return take(Turn.of(superseding(touch, before, null)));
  }

  /** The article is there no longer, a replay says. */
  List<Alert> withdrawn(String story, String articles, Watch... matching) {
    Touch touch = touch(story, articles, matching);
    return take(Turn.of(superseding(touch, story, true)));
  }

  private static Touch superseding(
      Touch touch, @Nullable String before, @Nullable Boolean withdrawn) {
    return new Touch(
        touch.article(),
        touch.revision(),
        touch.source(),
        touch.copyGroup(),
        touch.arrivedAt(),
        touch.backfill(),
        touch.language(),
        touch.sequence(),
        touch.story(),
        touch.matches(),
        new EnrichedArticle.Supersedes("r1", touch.article(), before, 1, withdrawn));
  }

  private static Touch copy(Touch touch, int revision, boolean backfill) {
    return new Touch(
        touch.article(),
        revision,
        touch.source(),
        touch.copyGroup(),
        touch.arrivedAt(),
        backfill,
        touch.language(),
        touch.sequence(),
        touch.story(),
        touch.matches(),
        touch.supersedes());
  }
}
