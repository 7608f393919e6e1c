package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import io.slugline.contract.StorySnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one alert between two changes; its story is remembered beside it.
 *
 * @param matched the articles that matched, in order of arrival, the latest 50 at most
 * @param lastMatchAt arrival of the latest match: quiet time counts from here
 * @param silence id of the silence that covers it
 * @param lastPage null before the first page
 */
public record AlertState(
    String id,
    WatchFacts watch,
    Standing standing,
    List<MatchedArticle> matched,
    Instant firedAt,
    Instant lastMatchAt,
    @Nullable String silence,
    @Nullable LastPage lastPage) {

  public AlertState {
    matched = List.copyOf(matched);
  }

  boolean isFiring() {
    return standing.state() == Alert.State.FIRING;
  }

  boolean matchedBy(String article) {
    return matched.stream().anyMatch(one -> one.article().equals(article));
  }

  AlertState with(Standing now) {
    return new AlertState(id, watch, now, matched, firedAt, lastMatchAt, silence, lastPage);
  }

  AlertState with(WatchFacts now) {
    return new AlertState(id, now, standing, matched, firedAt, lastMatchAt, silence, lastPage);
  }

  AlertState with(List<MatchedArticle> now) {
    return new AlertState(id, watch, standing, now, firedAt, lastMatchAt, silence, lastPage);
  }

  AlertState lastMatchedAt(Instant at) {
    Instant latest = at.isAfter(lastMatchAt) ? at : lastMatchAt;
    return new AlertState(id, watch, standing, matched, firedAt, latest, silence, lastPage);
  }

  AlertState pagedOn(StorySnapshot story) {
    LastPage now = LastPage.of(story, this);
    return new AlertState(id, watch, standing.paged(), matched, firedAt, lastMatchAt, silence, now);
  }

  AlertState lastPaged(@Nullable LastPage at) {
    return new AlertState(id, watch, standing, matched, firedAt, lastMatchAt, silence, at);
  }

  /** What came since people were last asked to look, in words. */
  String news(StorySnapshot story) {
    return lastPage == null ? "" : lastPage.news(story, this);
  }

  AlertState silencedBy(@Nullable String id) {
    return new AlertState(this.id, watch, standing, matched, firedAt, lastMatchAt, id, lastPage);
  }

  /** The record that tells of a change. */
  Alert tell(StorySnapshot story, Told told) {
    return new Alert(
        id,
        standing.version(),
        told.change(),
        told.page(),
        watch.id(),
        watch.title(),
        watch.version(),
        story.id(),
        standing.state(),
        standing.severity(),
        watch.receiver(),
        standing.pages(),
        watch.shadow(),
        standing.ack(),
        silence,
        story.articles(),
        story.articleCount(),
        story.outlets(),
        story.copyGroups(),
        headline(story),
        story.place(),
        evidence(),
        firedAt,
        told.at(),
        standing.backfill(),
        standing.firstSeverity(),
        sources(),
        told.reason());
  }

  /** A story whose articles have no titles is told by the words that made it fire. */
  private String headline(StorySnapshot story) {
    if (!story.title().isBlank()) return story.title();
    return evidence().stream().map(Evidence::quote).findFirst().orElse("");
  }

  private List<Evidence> evidence() {
    return matched.stream().flatMap(article -> article.evidence().stream()).toList();
  }

  private List<String> sources() {
    return matched.stream()
        .map(MatchedArticle::source)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** What there is to tell about a change, beside the state after it. */
  record Told(Alert.Change change, boolean page, String reason, Instant at) {}
}
