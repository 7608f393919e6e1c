package io.slugline.alerting.backtest;

import io.slugline.alerting.lifecycle.Touch;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A watch list on trial. Every watch counts as live and as in force from the beginning, whatever
 * its state. Records may come in any order: what is put off until {@link #pages} is small, since no
 * text is kept.
 */
public final class BackTest {
  private final Monitor monitor = new Monitor();
  private final Duration quietAfter;
  private final Map<String, List<Turn>> turnsOfLanguage = new TreeMap<>();

  /**
   * @param quietAfter as the live lifecycle has it
   * @throws io.slugline.alerting.watch.WatchSyntaxException when a query cannot be read
   */
  public BackTest(List<Watch> watches, Duration quietAfter) {
    this.quietAfter = quietAfter;
    watches.stream().map(BackTest::inForceAllAlong).forEach(monitor::put);
  }

  public void take(EnrichedArticle article) {
    add(Turn.of(withoutArticles(Touch.of(article, monitor.match(article)))));
  }

  public void take(StoryChange change) {
    add(Turn.of(change));
  }

  /**
   * Every page that would have been asked for, in order of time; what a silence of then covers says
   * so.
   *
   * @param actions people's orders; ticks among them are left out, a minute's tick is made here
   */
  public List<Alert> pages(List<Action> actions) {
    List<Action> orders = new ArrayList<>(actions);
    orders.removeIf(action -> action.kind() == Action.Kind.TICK);
    orders.sort(Comparator.comparing(Action::at));
    List<Alert> pages = new ArrayList<>();
    for (List<Turn> turns : turnsOfLanguage.values()) {
      turns.sort(Comparator.comparingLong(Turn::sequence));
      pages.addAll(new Rerun(quietAfter, orders).pages(turns));
    }
    pages.sort(Comparator.comparing(Alert::changedAt));
    return pages;
  }

  private void add(Turn turn) {
    turnsOfLanguage.computeIfAbsent(turn.language(), language -> new ArrayList<>()).add(turn);
  }

  private static Watch inForceAllAlong(Watch watch) {
    return watch.in(WatchState.LIVE).written(watch.author(), Instant.MIN);
  }

  /** The ids of a story's articles would be most of what is kept, and no page depends on them. */
  private static Touch withoutArticles(Touch touch) {
    StorySnapshot story = touch.story();
    StorySnapshot smaller =
        new StorySnapshot(
            story.id(),
            story.title(),
            story.place(),
            story.firstSeenAt(),
            story.lastSeenAt(),
            List.of(),
            story.articleCount(),
            story.outlets(),
            story.copyGroups(),
            story.mergedFrom(),
            null);
    return new Touch(
        touch.article(),
        touch.revision(),
        touch.source(),
        touch.copyGroup(),
        touch.arrivedAt(),
        touch.backfill(),
        touch.language(),
        touch.sequence(),
        smaller,
        touch.matches(),
        touch.supersedes());
  }
}
