package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.StorySnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a merge of stories does to their alerts. It never pages. */
final class Merging {
  private static final Comparator<AlertState> EARLIEST =
      Comparator.comparing(AlertState::firedAt).thenComparing(AlertState::id);

  private final StoryBook book;

  Merging(StoryBook book) {
    this.book = book;
  }

  /**
   * Takes the alerts of a story that ended into the one that goes on, and remembers where it went,
   * so that an article that was placed before the merge and comes late finds its way.
   */
  StoryAlerts into(StoryAlerts survivor, String ended, Telling telling) {
    String last = book.surviving(ended);
    if (last.equals(survivor.id())) return survivor;
    StoryAlerts other = book.find(last).orElseGet(() -> StoryAlerts.unknown(last, telling.at()));
    StoryAlerts now = survivor;
    for (AlertState alert : other.alerts()) now = moved(now, other, alert, telling);
    book.keep(other.endedIn(survivor.id(), telling.at()));
    return now;
  }

  private static StoryAlerts moved(
      StoryAlerts survivor, StoryAlerts other, AlertState alert, Telling telling) {
    String reason = "story " + other.id() + " was merged into " + survivor.id();
    Optional<AlertState> own = survivor.of(alert.watch().id());
    if (own.isEmpty()) return telling.update(survivor, alert, Alert.Change.MERGED, reason);

    boolean ownIsFirst = EARLIEST.compare(own.get(), alert) <= 0;
    AlertState first = ownIsFirst ? own.get() : alert;
    AlertState second = ownIsFirst ? alert : own.get();
    // Told before the survivor, which then takes its place in the story that goes on.
    StoryAlerts over =
        telling.update(
            ownIsFirst ? other : survivor,
            second.with(second.standing().resolved()),
            Alert.Change.MERGED,
            reason + "; alert " + first.id() + " goes on");
    AlertState ended = over.of(second.watch().id()).orElseThrow();
    return telling.update(
        survivor.withEnded(ended), united(first, second), Alert.Change.MERGED, reason);
  }

  static AlertState united(AlertState first, AlertState second) {
    Standing standing = first.standing().atLeast(second.standing().severity());
    if (second.isFiring()) standing = standing.firing();
    if (second.standing().told()) standing = standing.knownToPeople();
    if (!second.standing().backfill()) standing = standing.noBackfill();
    if (standing.ack() == null) standing = standing.acknowledged(second.standing().ack());
    AlertState united =
        first
            .with(standing)
            .with(Matching.union(first.matched(), second.matched()))
            .lastMatchedAt(second.lastMatchAt());
    if (united.lastPage() == null) united = united.lastPaged(second.lastPage());
    return united.silence() == null ? united.silencedBy(second.silence()) : united;
  }

  /** The story that goes on, as far as the one that ended in it tells. */
  static StorySnapshot renamed(StorySnapshot story, String id) {
    return new StorySnapshot(
        id,
        story.title(),
        story.place(),
        story.firstSeenAt(),
        story.lastSeenAt(),
        story.articles(),
        story.articleCount(),
        story.outlets(),
        story.copyGroups(),
        List.of(story.id()),
        null);
  }
}
