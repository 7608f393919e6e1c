package io.slugline.deploy.backtest;

import io.slugline.alerting.backtest.BackTest;
import io.slugline.alerting.backtest.BackTestResult;
import io.slugline.alerting.backtest.PageCount;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.deploy.topic.WatchUpload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs watches over the articles that a cluster retains. It reads only, in no consumer group, so it
 * may run beside live stages; {@link #run} may be called by several threads.
 */
public final class BackTester {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Duration quietAfter;
  private final Duration warmUp;

  /**
   * @param quietAfter after how long without a match alerts resolve
   * @param warmUp how long before the time that counts stories are followed, so that what had paged
   *     then does not page again: as long as a story may go on
   */
  public BackTester(Cluster cluster, Duration quietAfter, Duration warmUp) {
    this.cluster = cluster;
    this.quietAfter = quietAfter;
    this.warmUp = warmUp;
  }

  /**
   * The pages that these watches would have sent.
   *
   * @param since how far back from the newest arrival
   * @throws io.slugline.alerting.watch.WatchSyntaxException when a query cannot be read
   */
  public BackTestResult run(List<Watch> watches, Duration since) {
    return timed(watches, since).result();
  }

  /** One watch's pages day by day, as the console asks for them. */
  public List<Outside.Day> days(Watch watch, int days) {
    return run(List.of(watch), Duration.ofDays(days)).watches().stream()
        .flatMap(found -> found.days().stream())
        .map(day -> new Outside.Day(day.day(), day.pages(), day.stories().size()))
        .toList();
  }

  /** A result, and where the time went. */
  public record Timed(BackTestResult result, TimeShares shares) {}

  /** The same as {@link #run}, with where the time went. */
  public Timed timed(List<Watch> watches, Duration since) {
    TimeShares shares = new TimeShares();
    try (PastArticles past = new PastArticles(cluster)) {
      Optional<Instant> newest = past.newestArrival();
      if (newest.isEmpty()) return new Timed(BackTestResult.empty(), shares);
      Instant from = newest.get().minus(since);
      Trial trial = new Trial(watches, inForce(watches), from);
      past.readFrom(from.minus(warmUp), trial::take, shares);
      return new Timed(shares.pages(() -> trial.result(newest.get())), shares);
    }
  }

  /** The versions in force of these watches. */
  private Map<String, Watch> inForce(List<Watch> watches) {
    Map<String, Watch> current = new TreeMap<>(new WatchUpload(cluster).current());
    current.keySet().retainAll(watches.stream().map(Watch::id).toList());
    current.values().removeIf(watch -> watch.state() == WatchState.DRAFT);
    return current;
  }

  private <V> List<V> all(Topic<V> topic) {
    List<V> all = new ArrayList<>();
    try (TopicReader<V> reader = TopicReader.fromBeginning(cluster, topic)) {
      while (!reader.atEnd()) all.addAll(reader.poll(PATIENCE));
    }
    return all;
  }

  /** The watches on trial beside the versions of them that are in force. */
  private final class Trial {
    private final List<Watch> watches;
    private final Map<String, Watch> current;
    private final Instant from;
    private final BackTest candidates;
    private final BackTest inForce;
    private Instant first = Instant.MAX;
    private long articles;

    Trial(List<Watch> watches, Map<String, Watch> current, Instant from) {
      this.watches = watches;
      this.current = current;
      this.from = from;
      candidates = new BackTest(watches, quietAfter);
      inForce = new BackTest(List.copyOf(current.values()), quietAfter);
    }

    void take(EnrichedArticle article) {
      candidates.take(article);
      if (!current.isEmpty()) inForce.take(article);
      if (article.arrivedAt().isBefore(from)) return;
      articles++;
      if (article.arrivedAt().isBefore(first)) first = article.arrivedAt();
    }

    BackTestResult result(Instant newest) {
      for (StoryChange change : all(Topics.STORIES)) {
        if (change.at().isBefore(from.minus(warmUp))) continue;
        candidates.take(change);
        inForce.take(change);
      }
      List<Action> actions = all(Topics.ACTIONS);
      List<Alert> before = current.isEmpty() ? List.of() : inForce.pages(actions);
      PageCount count =
          new PageCount(first, newest, candidates.pages(actions), before, current.keySet());
      return new BackTestResult(
          from, newest, articles, watches.stream().map(watch -> count.of(watch.id())).toList());
    }
  }
}
