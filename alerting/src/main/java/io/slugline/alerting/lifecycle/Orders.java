package io.slugline.alerting.lifecycle;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the passing of time and a person's orders do to alerts. */
final class Orders {
  private final StoryBook book;
  private final Duration quietAfter;

  Orders(StoryBook book, Duration quietAfter) {
    this.book = book;
    this.quietAfter = quietAfter;
  }

  void apply(Action action, Telling telling) {
    switch (action.kind()) {
      case TICK -> tick(telling);
      case ACKNOWLEDGE ->
          acknowledge(
              action,
              new Alert.Acknowledgement(action.by(), action.note(), action.until()),
              telling);
      case UNACKNOWLEDGE -> acknowledge(action, null, telling);
      case SILENCE -> sayWhatIsSilenced("silenced by " + action.by(), telling);
      case UNSILENCE -> sayWhatIsSilenced("silence ended by " + action.by(), telling);
      case FORGET -> forget(action, telling);
      // Enrich answers the first two, with a change of the story; the others are kept for people.
      case SPLIT, MERGE, IRRELEVANT, REDRIVE, DISCARD -> {}
    }
  }

  void silenceEnded(Action silence, Telling telling) {
    sayWhatIsSilenced("the silence by " + silence.by() + " has ended", telling);
  }

  private void tick(Telling telling) {
    for (StoryAlerts due : book.dueBy(telling.at())) {
      StoryAlerts now = due;
      for (AlertState alert : due.alerts()) {
        if (alert.isFiring()) now = timePassed(now, alert, telling);
      }
      if (now.isForgottenAt(telling.at())) book.forget(now.id());
      else book.keep(now);
    }
  }

  private StoryAlerts timePassed(StoryAlerts story, AlertState alert, Telling telling) {
    Instant now = telling.at();
    if (!alert.lastMatchAt().plus(quietAfter).isAfter(now)) {
      AlertState resolved = alert.with(alert.standing().resolved());
      String reason = "no new match for " + inWords(quietAfter);
      return telling.update(story, resolved, Alert.Change.RESOLVED, reason);
    }
    Alert.Acknowledgement ack = alert.standing().ack();
    if (ack == null || ack.until() == null || ack.until().isAfter(now)) return story;
    AlertState free = alert.with(alert.standing().acknowledged(null));
    String reason = "the acknowledgement by " + ack.by() + " has ended";
    return alert.watch().shadow()
        ? telling.update(story, free, Alert.Change.UPDATED, reason)
        : telling.page(story, free, Alert.Change.ESCALATED, reason);
  }

  private void acknowledge(Action action, Alert.@Nullable Acknowledgement ack, Telling telling) {
    StoryAlerts story = targeted(action.target()).orElse(null);
    if (story == null) return;
    StoryAlerts now = story;
    for (AlertState alert : story.alerts()) {
      if (!isMeant(action.target(), alert) || !alert.isFiring()) continue;
      AlertState taken = alert.with(alert.standing().acknowledged(ack));
      now =
          ack == null
              ? telling.update(now, taken, Alert.Change.UPDATED, "given back by " + action.by())
              : telling.update(now, taken, Alert.Change.ACKNOWLEDGED, "taken by " + action.by());
    }
    book.keep(now);
  }

  private Optional<StoryAlerts> targeted(Action.Target target) {
    if (target.alert() != null) return book.holding(target.alert());
    return target.story() == null ? Optional.empty() : book.find(target.story());
  }

  private static boolean isMeant(Action.Target target, AlertState alert) {
    return (target.alert() == null || target.alert().equals(alert.id()))
        && (target.watch() == null || target.watch().equals(alert.watch().id()));
  }

  /** The silence itself was taken in before; alerts that it newly covers or frees say so. */
  private void sayWhatIsSilenced(String reason, Telling telling) {
    for (StoryAlerts story : book.all()) {
      StoryAlerts now = story;
      for (AlertState alert : story.alerts()) {
        if (alert.isFiring() && telling.changesSilence(story, alert)) {
          now = telling.update(now, alert, Alert.Change.UPDATED, reason);
        }
      }
      if (now != story) book.keep(now);
    }
  }

  private void forget(Action action, Telling telling) {
    String article = action.target().article();
    if (article == null) return;
    for (StoryAlerts story : book.all()) {
      StoryAlerts now = story.without(article);
      for (AlertState alert : story.alerts()) {
        if (!alert.matchedBy(article) && now == story) continue;
        AlertState left = alert.with(Matching.without(alert.matched(), List.of(article)));
        now = telling.update(now, left, Alert.Change.UPDATED, "an article was erased");
      }
      if (now != story) book.keep(now);
    }
  }

  private static String inWords(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
