package io.slugline.deploy.bench;

import io.slugline.contract.EnrichedArticle;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Featurizer;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StoryMemory;
import io.slugline.enrich.story.StorySettings;
import io.slugline.enrich.story.Subjects;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What enrich does for stories, alone: no Kafka, nothing stored. */
final class PureStories {
  private final Featurizer featurizer = Featurizer.load();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

  /** What is done for each article by itself; by any number of threads. */
  void featurize(EnrichedArticle article) {
    arrivals.add(
        new Arrival(
            article.id(),
            article.source(),
            article.title(),
            article.arrivedAt(),
            article.publishedAt(),
            article.place(),
            featurizer.features(
                article.language(),
                article.title(),
                article.body(),
                article.mentions(),
                article.keywords()),
            Subjects.of(article.mentions(), article.keywords())));
  }

  /** Gives each of those articles its story, one after the other. */
  Stopwatch.Taken place() {
    List<Arrival> ordered = arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
    StoryGrouper grouper = StoryGrouper.restore(StoryMemory.none(), StorySettings.defaults());
    Stopwatch watch = new Stopwatch();
    ordered.forEach(grouper::place);
    return watch.stop();
  }
}
