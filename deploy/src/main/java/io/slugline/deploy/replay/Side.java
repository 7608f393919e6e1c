package io.slugline.deploy.replay;

import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Replay;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a comparison, live or a replay, made of the articles of a range.
 *
 * @param articles by the id of the raw article
 * @param stories of each article at the end, by the article's id
 * @param alerts that changed in the range
 */
record Side(
    Map<String, Sketch> articles, Map<String, String> stories, Map<String, AlertEnd> alerts) {

  /**
   * An alert at the end of the range.
   *
   * @param pages that it asked for within the range
   */
  record AlertEnd(Alert last, int pages) {

    /** Whether it stands for itself: it matched something and ended in no other. */
    boolean isThere() {
      boolean ended = last.change() == Alert.Change.MERGED && last.state() == Alert.State.RESOLVED;
      return !last.evidence().isEmpty() && !ended;
    }

    AlertEnd then(Alert alert) {
      return new AlertEnd(
          alert.version() >= last.version() ? alert : last, pages + (alert.page() ? 1 : 0));
    }
  }

  /** The same with one watch's alerts alone; with all of them when it is null. */
  Side alertsOf(@Nullable String watch) {
    if (watch == null) return this;
    Map<String, AlertEnd> only = new HashMap<>(alerts);
    only.values().removeIf(end -> !end.last().watch().equals(watch));
    return new Side(articles, stories, only);
  }

  /** The stories that alerts are about. */
  Set<String> alerted() {
    return alerts.values().stream().map(end -> end.last().story()).collect(Collectors.toSet());
  }

  /** The story that an article stands in at the end. */
  String storyOf(Sketch article) {
    return stories.getOrDefault(article.id(), article.story());
  }

  /** Reads what a cluster, or the part of it behind a fence, holds of the range. */
  static Side read(Cluster cluster, Replay.Range range) {
    Reading reading = new Reading(range);
    Instant from = range.warmUpFrom();
    TopicScan.from(cluster, Topics.ARTICLES_ENRICHED, from, reading::article);
    TopicScan.all(cluster, Topics.STORIES, reading::change);
    TopicScan.from(cluster, Topics.ALERTS, range.from(), reading::alert);
    return reading.made();
  }

  private static final class Reading {
    private final Replay.Range range;
    private final Map<String, Sketch> articles = new LinkedHashMap<>();
    private final Map<String, AlertEnd> alerts = new HashMap<>();
    private final Map<String, Long> withdrawn = new HashMap<>();
    private final StoryTable table = new StoryTable();

    Reading(Replay.Range range) {
      this.range = range;
    }

    void article(ConsumerRecord<String, byte[]> record) {
      EnrichedArticle article = Alerts.read(Topics.ARTICLES_ENRICHED, record);
      if (article.arrivedAt().isAfter(range.to())) return;
      table.placed(article.language(), article.sequence(), article.id(), article.story().id());
      if (article.arrivedAt().isBefore(range.from())) return;
      if (article.withdraws()) {
        withdrawn.merge(article.rawId(), article.sequence(), Math::max);
        return;
      }
      Sketch sketch = Sketch.of(article, Arrays.hashCode(record.value()));
      articles.merge(
          article.rawId(), sketch, (old, now) -> now.sequence() > old.sequence() ? now : old);
    }

    Side made() {
      articles
          .values()
          .removeIf(sketch -> sketch.sequence() < withdrawn.getOrDefault(sketch.rawId(), 0L));
      return new Side(articles, table.atEnd(), alerts);
    }

    void change(ConsumerRecord<String, byte[]> record) {
      if (record.value() == null) return;
      StoryChange change = Alerts.read(Topics.STORIES, record);
      if (!change.at().isAfter(range.to())) table.changed(change);
    }

    void alert(ConsumerRecord<String, byte[]> record) {
      Alert alert = Alerts.read(Topics.ALERTS, record);
      if (alert.changedAt().isBefore(range.from()) || alert.changedAt().isAfter(range.to())) return;
      AlertEnd before = alerts.getOrDefault(alert.alert(), new AlertEnd(alert, 0));
      alerts.put(alert.alert(), before.then(alert));
    }
  }
}
