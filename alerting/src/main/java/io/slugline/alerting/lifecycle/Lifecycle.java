package io.slugline.alerting.lifecycle;

import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.StoryChange;
import java.time.Duration;
import java.util.List;

/**
 * Turns what happens to articles and stories, and what people order, into changes of alerts. One
 * for each language's stream, and never two at once.
 */
public final class Lifecycle {
  private final StoryBook book;
  private final Silences silences;
  private final Surges surges;
  private final SilentSources sources;
  private final Matching matching;
  private final Merging merging;
  private final Splitting splitting;
  private final Superseding superseding;
  private final Orders orders;

  /**
   * @param silences those that are in force already; it goes on from there
   */
  public Lifecycle(Shelves shelves, Silences silences, Duration quietAfter) {
    this.book = new StoryBook(shelves.stories(), quietAfter);
    this.sources = new SilentSources(shelves.rhythms());
    this.surges = new Surges(shelves.paces());
    this.silences = silences;
    this.matching = new Matching(book);
    this.merging = new Merging(book);
    this.splitting = new Splitting(book);
    this.superseding = new Superseding(book);
    this.orders = new Orders(book, quietAfter);
  }

  /** The changes of alerts that this turn makes, in their order. */
  public List<Alert> take(Turn turn) {
    if (turn.touch() != null) return touched(turn.touch());
    if (turn.change() != null) return changed(turn.change());
    return turn.action() == null ? List.of() : ordered(turn.action());
  }

  private List<Alert> touched(Touch touch) {
    Telling telling = new Telling(touch.arrivedAt(), silences);
    if (touch.supersedes() != null) superseding.takeBack(touch, telling);
    if (touch.isWithdrawn()) return telling.told();
    StoryAlerts story =
        book.find(touch.story().id())
            .orElseGet(() -> StoryAlerts.of(touch.story(), touch.sequence(), touch.arrivedAt()))
            .seen(touch);
    for (String ended : touch.story().mergedFrom()) story = merging.into(story, ended, telling);
    story = matching.apply(story, touch, surges.begunBy(touch, story.id()), telling);
    // A story without alerts is remembered only where a merge points to it.
    boolean known = book.get(story.id()) != null || !touch.story().mergedFrom().isEmpty();
    if (known || !story.alerts().isEmpty()) book.keep(story);
    telling.add(sources.heard(touch));
    return telling.told();
  }

  private List<Alert> changed(StoryChange change) {
    Telling telling = new Telling(change.at(), silences);
    switch (change.kind()) {
      case MERGED -> merged(change, telling);
      case SPLIT -> splitting.apply(change, telling);
      case CLOSED ->
          book.find(change.story())
              .filter(story -> story.id().equals(change.story()))
              .ifPresent(story -> book.keep(story.nowClosed()));
      case LINKED -> linked(change, telling);
    }
    return telling.told();
  }

  private void merged(StoryChange change, Telling telling) {
    StoryAlerts story =
        book.find(change.story()).orElseGet(() -> StoryAlerts.unknown(change.story(), change.at()));
    for (String ended : change.others()) {
      if (story.sequence() < 0) {
        StoryAlerts known = book.find(ended).orElse(story);
        story = story.with(Merging.renamed(known.story(), story.id()));
      }
      story = merging.into(story, ended, telling);
    }
    book.keep(story);
  }

  /** Both go on to have alerts of their own; those of the later story name the first one. */
  private void linked(StoryChange change, Telling telling) {
    StoryAlerts story =
        book.find(change.story())
            .orElseGet(() -> StoryAlerts.unknown(change.story(), change.at()))
            .linkedWith(change.others().get(0));
    for (AlertState alert : story.alerts()) {
      if (alert.isFiring()) {
        story = telling.update(story, alert, Alert.Change.UPDATED, "known in another language");
      }
    }
    book.keep(story);
  }

  private List<Alert> ordered(Action action) {
    silences.take(action);
    List<Action> ended = silences.endBy(action.at());
    Telling telling = new Telling(action.at(), silences);
    for (Action silence : ended) orders.silenceEnded(silence, telling);
    orders.apply(action, telling);
    if (action.kind() == Action.Kind.TICK) telling.add(sources.silentBy(action.at()));
    return telling.told();
  }
}
