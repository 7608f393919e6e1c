package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import java.util.List;
import java.util.Objects;

/**
 * What was told of an article before a replay was promoted, or rolled back, is taken back where it
 * does not hold any longer. It never pages.
 */
final class Superseding {
  private final StoryBook book;

  Superseding(StoryBook book) {
    this.book = book;
  }

  /** Takes the article out of the alerts of every story but the one that it stands in, if any. */
  void takeBack(Touch touch, Telling telling) {
    EnrichedArticle.Supersedes supersedes = Objects.requireNonNull(touch.supersedes());
    String before = supersedes.article() == null ? touch.article() : supersedes.article();
    String now = book.surviving(touch.story().id());
    boolean isGone = touch.isWithdrawn() || !before.equals(touch.article());
    for (StoryAlerts story : told(supersedes)) {
      if (story.id().equals(now) && !isGone) continue;
      StoryAlerts left = story;
      for (AlertState alert : story.alerts()) {
        if (alert.matchedBy(before)) left = without(left, alert, before, touch, telling);
      }
      if (left != story) book.keep(left);
    }
  }

  /** The alert without the article; one that nothing is left of is over. */
  static StoryAlerts without(
      StoryAlerts story, AlertState alert, String article, Touch touch, Telling telling) {
    AlertState left = alert.with(Matching.without(alert.matched(), List.of(article)));
    if (!left.matched().isEmpty()) {
      return telling.update(story, left, Alert.Change.UPDATED, reason(touch));
    }
    AlertState over = left.with(left.standing().resolved());
    return telling.update(story, over, Alert.Change.SUPERSEDED, reason(touch));
  }

  static String reason(Touch touch) {
    return "replay " + Objects.requireNonNull(touch.supersedes()).replay() + " says otherwise";
  }

  private List<StoryAlerts> told(EnrichedArticle.Supersedes supersedes) {
    if (supersedes.story() == null) return book.all();
    return book.find(supersedes.story()).stream().toList();
  }
}
