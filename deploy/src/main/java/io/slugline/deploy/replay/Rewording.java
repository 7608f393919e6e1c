package io.slugline.deploy.replay;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what was ordered of live's stories of a replay's, which may be others: of those that now
 * hold most of the articles that it was about.
 */
final class Rewording implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final TopicReader<EnrichedArticle> articles;
  private final TopicReader<StoryChange> changes;
  private final StoryTable table = new StoryTable();

  Rewording(Cluster inside) {
    articles = TopicReader.fromBeginning(inside, Topics.ARTICLES_ENRICHED);
    changes = TopicReader.fromBeginning(inside, Topics.STORIES);
  }

  /** The order as it is to be given to a replay that has worked off all before it. */
  Action of(GivenOrder order) {
    StoryChange effect = order.effect();
    if (effect == null || effect.standing() == null) return order.action();
    while (!articles.atEnd()) articles.poll(PATIENCE).forEach(this::placed);
    while (!changes.atEnd()) changes.poll(PATIENCE).forEach(table::changed);
    Map<String, String> stories = table.atEnd();
    return switch (order.action().kind()) {
      case MERGE -> about(order.action(), stories, stayed(effect), effect.articles());
      case SPLIT -> about(order.action(), stories, effect.articles(), List.of());
      default -> order.action();
    };
  }

  @Override
  public void close() {
    articles.close();
    changes.close();
  }

  private void placed(EnrichedArticle article) {
    table.placed(article.language(), article.sequence(), article.id(), article.story().id());
  }

  private static Set<String> stayed(StoryChange merged) {
    Set<String> stayed = new HashSet<>(Objects.requireNonNull(merged.standing()));
    merged.articles().forEach(stayed::remove);
    return stayed;
  }

  private static Action about(
      Action action, Map<String, String> stories, Iterable<String> first, List<String> second) {
    String story = holding(first, stories);
    String other = holding(second, stories);
    Action.Target old = action.target();
    Action.Target target =
        new Action.Target(
            old.alert(),
            old.watch(),
            story == null ? old.story() : story,
            other == null ? old.otherStory() : other,
            old.article(),
            old.entity(),
            old.source(),
            old.severity());
    return new Action(
        action.id(),
        action.kind(),
        action.at(),
        action.by(),
        target,
        action.articles(),
        action.until(),
        action.note());
  }

  private static @Nullable String holding(Iterable<String> articles, Map<String, String> stories) {
    Map<String, Integer> votes = new TreeMap<>();
    for (String article : articles) {
      String story = stories.get(article);
      if (story != null) votes.merge(story, 1, Integer::sum);
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
