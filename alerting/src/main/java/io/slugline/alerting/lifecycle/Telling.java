package io.slugline.alerting.lifecycle;

import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The changes of alerts that one turn makes, in their order. */
final class Telling {
  private final Instant at;
  private final Silences silences;
  private final List<Alert> told = new ArrayList<>();

  Telling(Instant at, Silences silences) {
    this.at = at;
    this.silences = silences;
  }

  Instant at() {
    return at;
  }

  List<Alert> told() {
    return told;
  }

  /** Tells of what is about no story. */
  void add(List<Alert> others) {
    told.addAll(others);
  }

  /** Tells of a change that interrupts nobody; returns the story as it is to be kept. */
  StoryAlerts update(StoryAlerts story, AlertState alert, Alert.Change change, String reason) {
    return tell(story, alert, change, false, reason);
  }

  /** Tells of a change that asks for a page. */
  StoryAlerts page(StoryAlerts story, AlertState alert, Alert.Change change, String reason) {
    String news = alert.news(story.story());
    return tell(story, alert.pagedOn(story.story()), change, true, reason + news);
  }

  private StoryAlerts tell(
      StoryAlerts story, AlertState alert, Alert.Change change, boolean page, String reason) {
    AlertState next = alert.with(alert.standing().nextVersion());
    String linked = story.linked();
    String said = linked == null ? reason : reason + "; same happening as story " + linked;
    AlertState.Told why = new AlertState.Told(change, page, said, at);
    AlertState kept = next.silencedBy(silenceOf(next.tell(story.story(), why)));
    told.add(kept.tell(story.story(), why));
    return story.with(kept);
  }

  /** Whether what covers the alert now is not what it says it is covered by. */
  boolean changesSilence(StoryAlerts story, AlertState alert) {
    AlertState.Told asking = new AlertState.Told(Alert.Change.UPDATED, false, "", at);
    return !Objects.equals(silenceOf(alert.tell(story.story(), asking)), alert.silence());
  }

  private @Nullable String silenceOf(Alert alert) {
    return silences.covering(alert, at).map(Action::id).orElse(null);
  }
}
