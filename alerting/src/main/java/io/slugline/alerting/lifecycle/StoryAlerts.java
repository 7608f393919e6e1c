package io.slugline.alerting.lifecycle;

import io.slugline.contract.StorySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A story and its alerts, one for each watch at most: what is remembered under the story's id.
 *
 * @param sequence of the article that {@code story} is taken from
 * @param seenAt time of the latest thing that was heard of it
 * @param mergedInto the story that goes on in its place; then it has no alerts of its own
 * @param closed no further article will be placed in it
 * @param linked an earlier story in another language on the same happening; null when none is known
 */
public record StoryAlerts(
    StorySnapshot story,
    long sequence,
    Instant seenAt,
    @Nullable String mergedInto,
    boolean closed,
    List<AlertState> alerts,
    @Nullable String linked) {

  /** How long a story without a firing alert is remembered at most. */
  private static final Duration MEMORY = Duration.ofDays(30);

  public StoryAlerts {
    alerts = List.copyOf(alerts);
  }

  static StoryAlerts of(StorySnapshot story, long sequence, Instant at) {
    return new StoryAlerts(story, sequence, at, null, false, List.of(), null);
  }

  /** A story of which nothing is known but that it was, until something is seen of it. */
  static StoryAlerts unknown(String id, Instant at) {
    return of(new StorySnapshot(id, "", null, at, at, List.of(), 0, 0, 0, List.of(), null), -1, at);
  }

  String id() {
    return story.id();
  }

  Optional<AlertState> of(String watch) {
    return alerts.stream().filter(alert -> alert.watch().id().equals(watch)).findFirst();
  }

  boolean hasFiring() {
    return alerts.stream().anyMatch(AlertState::isFiring);
  }

  /** The story as the touch saw it, unless something later was seen before. */
  StoryAlerts seen(Touch touch) {
    Instant latest = touch.arrivedAt().isAfter(seenAt) ? touch.arrivedAt() : seenAt;
    boolean later = touch.sequence() >= sequence && touch.story().id().equals(id());
    return new StoryAlerts(
        later ? touch.story() : story,
        later ? touch.sequence() : sequence,
        latest,
        null,
        closed && !later,
        alerts,
        linked);
  }

  /** Without an article that was erased; it may have given the story its title. */
  StoryAlerts without(String article) {
    if (!story.articles().contains(article)) return this;
    List<String> left = story.articles().stream().filter(id -> !id.equals(article)).toList();
    boolean led = story.articles().get(0).equals(article);
    return with(
        new StorySnapshot(
            story.id(),
            led ? "" : story.title(),
            led ? null : story.place(),
            story.firstSeenAt(),
            story.lastSeenAt(),
            left,
            story.articleCount() - 1,
            story.outlets(),
            story.copyGroups(),
            story.mergedFrom(),
            null));
  }

  StoryAlerts with(StorySnapshot now) {
    return new StoryAlerts(now, sequence, seenAt, mergedInto, closed, alerts, linked);
  }

  /** Puts the alert in the place of the one of its watch, or behind all others. */
  StoryAlerts with(AlertState alert) {
    List<AlertState> now = new ArrayList<>(alerts);
    now.removeIf(other -> other.watch().id().equals(alert.watch().id()));
    now.add(alert);
    return new StoryAlerts(story, sequence, seenAt, mergedInto, closed, now, linked);
  }

  StoryAlerts endedIn(String survivor, Instant at) {
    return new StoryAlerts(story, sequence, at, survivor, closed, List.of(), linked);
  }

  StoryAlerts linkedWith(String first) {
    return new StoryAlerts(story, sequence, seenAt, mergedInto, closed, alerts, first);
  }

  StoryAlerts nowClosed() {
    return new StoryAlerts(story, sequence, seenAt, mergedInto, true, alerts, linked);
  }

  /** When time alone will change something here. */
  Instant dueAt(Duration quietAfter) {
    Instant due = hasFiring() ? Instant.MAX : forgetAt();
    for (AlertState alert : alerts) {
      if (!alert.isFiring()) continue;
      due = earlier(due, alert.lastMatchAt().plus(quietAfter));
      var ack = alert.standing().ack();
      if (ack != null && ack.until() != null) due = earlier(due, ack.until());
    }
    return due;
  }

  boolean isForgottenAt(Instant now) {
    return !hasFiring() && !forgetAt().isAfter(now);
  }

  private Instant forgetAt() {
    return closed ? seenAt : seenAt.plus(MEMORY);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
