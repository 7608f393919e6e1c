package io.slugline.alerting.watch;

import io.slugline.alerting.watch.index.Compiled;
import io.slugline.alerting.watch.index.Index;
import io.slugline.alerting.watch.index.Reading;
import io.slugline.alerting.watch.index.TooCostly;
import io.slugline.alerting.watch.index.Verdict;
import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.alerting.watch.query.QuerySyntaxException;
import io.slugline.alerting.watch.text.EnglishStemmer;
import io.slugline.alerting.watch.text.Stemmer;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one article against all watches. Any number of threads may match while others change
 * watches; each article sees the watches as they stood when its reading began.
 */
public final class Monitor {
  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final int MOST_EVIDENCE = 10;
  private static final Comparator<Match> BY_ID = Comparator.comparing(match -> match.watch().id());

  private final Index english = new Index(new EnglishStemmer());
  // Made when the first article asks for it.
  private volatile @Nullable Index other;
  private final ThreadLocal<Reading> readings = ThreadLocal.withInitial(Reading::new);
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

  /**
   * Adds a watch, or puts it in place of the one with its id.
   *
   * @throws WatchSyntaxException when its query cannot be read; then nothing has changed
   */
  public synchronized void put(Watch watch) {
    Query query = parse(watch);
    if (watch.state() == WatchState.DRAFT) {
      remove(watch.id());
      return;
    }
    english.put(watch, query);
    Index second = other;
    if (second != null) second.put(watch, query);
  }

  public synchronized void remove(String id) {
    english.remove(id);
    Index second = other;
    if (second != null) second.remove(id);
  }

  /** Every watch that the article matches, by id; drafts never do. */
  public List<Match> match(EnrichedArticle article) {
    Reading reading = readings.get();
    indexOf(article).read(article, reading);
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < reading.candidates(); i++) {
      Compiled candidate = reading.candidate(i);
      if (article.arrivedAt().isBefore(candidate.watch().effectiveFrom())) continue;
      addMatch(candidate, reading, matches);
    }
    matches.sort(BY_ID);
    return matches;
  }

  /**
   * Why a watch, draft or not, matches an article or does not.
   *
   * @throws WatchSyntaxException when its query cannot be read
   */
  public static Explanation explain(Watch watch, EnrichedArticle article) {
    Index index = new Index(stemmerOf(article));
    index.put(watch, parse(watch));
    Reading reading = new Reading();
    index.read(article, reading);
    Compiled compiled = index.current(watch.id()).orElseThrow();
    try {
      boolean matched = reading.matches(compiled);
      List<Evidence> evidence = matched ? reading.evidence(compiled, MOST_EVIDENCE) : List.of();
      return new Explanation(watch, evidence, reading.verdict(compiled));
    } catch (TooCostly e) {
      return new Explanation(watch, List.of(), Verdict.givenUp(watch.query(), e));
    }
  }

  /** How many watches articles are run against. */
  public int watches() {
    return english.size();
  }

  /** How often a watch failed on an article, for those that ever did. */
  public Map<String, Long> failures() {
    Map<String, Long> counts = new TreeMap<>();
    failures.forEach((id, count) -> counts.put(id, count.sum()));
    return counts;
  }

  /**
   * What each watch has cost since its version came into force, for those that were ever looked at:
   * how often it asked for the places of one of its terms in an article.
   */
  public Map<String, Long> costs() {
    Map<String, Long> costs = new HashMap<>();
    english.addCosts(costs);
    Index second = other;
    if (second != null) second.addCosts(costs);
    return costs;
  }

  private Index indexOf(EnrichedArticle article) {
    if (isEnglish(article)) return english;
    Index second = other;
    return second == null ? makeOther() : second;
  }

  private synchronized Index makeOther() {
    Index known = other;
    if (known != null) return known;
    Index made = new Index(Stemmer.none());
    for (Watch watch : english.watches()) made.put(watch, parse(watch));
    other = made;
    return made;
  }

  private static Stemmer stemmerOf(EnrichedArticle article) {
    return isEnglish(article) ? new EnglishStemmer() : Stemmer.none();
  }

  /** A text whose language could not be told is short; it is read as English. */
  private static boolean isEnglish(EnrichedArticle article) {
    return article.language().equals("eng") || article.language().equals("und");
  }

  private void addMatch(Compiled candidate, Reading reading, List<Match> matches) {
    Watch watch = candidate.watch();
    try {
      if (!reading.matches(candidate)) return;
      matches.add(new Match(watch, reading.evidence(candidate, MOST_EVIDENCE)));
    } catch (RuntimeException e) {
      LongAdder count = failures.computeIfAbsent(watch.id(), id -> new LongAdder());
      if (count.sum() == 0) LOG.warn("watch {} failed and was skipped", watch.id(), e);
      count.increment();
    } finally {
      reading.charge(candidate);
    }
  }

  private static Query parse(Watch watch) {
    try {
      return QueryParser.parse(watch.query());
    } catch (QuerySyntaxException e) {
      throw new WatchSyntaxException(watch, e);
    }
  }
}
