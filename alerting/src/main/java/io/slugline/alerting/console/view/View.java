package io.slugline.alerting.console.view;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the pages show, taken in record by record by one thread and asked by many. What
 * is older than {@link #SPAN} is forgotten, firing alerts excepted.
 */
public final class View {
  /** How far back it looks. */
  public static final Duration SPAN = Duration.ofDays(7);

  private static final Duration SUM_UP_EVERY = Duration.ofSeconds(3);
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Articles articles = new Articles();
  private final Map<String, AlertLine> alerts = new HashMap<>();
  private final Map<String, List<Watch>> watches = new TreeMap<>();
  private final Map<String, Action> silences = new HashMap<>();
  private final History history = new History();
  private final Account account = new Account();
  private List<SourceLine> sources = List.of();
  private Instant summedUp = Instant.EPOCH;
  private long changes;
  private boolean caughtUp;

  public synchronized void take(Alert alert, Place whole) {
    AlertLine before = alerts.get(alert.alert());
    if (before == null || before.alert().version() <= alert.version()) {
      alerts.put(alert.alert(), AlertLine.of(alert, whole, changes + 1));
    }
    history.add(Entries.of(alert));
    changed();
  }

  public synchronized void take(EnrichedArticle article, Place whole) {
    articles.take(article, whole);
    changed();
  }

  public synchronized void take(StoryChange change) {
    articles.take(change);
    history.add(Entries.of(change));
    changed();
  }

  public synchronized void take(Delivery delivery) {
    history.add(Entries.of(delivery));
    changed();
  }

  public synchronized void take(Action action) {
    if (action.kind() == Action.Kind.TICK) return;
    history.add(Entries.of(action));
    String article = action.target().article();
    if (action.kind() == Action.Kind.FORGET && article != null) articles.erase(article);
    if (action.kind() == Action.Kind.SILENCE) silences.put(action.id(), action);
    if (action.kind() == Action.Kind.UNSILENCE) silences.remove(action.id());
    changed();
  }

  /** A watch that is removed has no record; its versions are kept to be looked at. */
  public synchronized void take(String id, @Nullable Watch watch) {
    if (watch == null) {
      watches.remove(id);
    } else {
      watches.computeIfAbsent(id, key -> new ArrayList<>()).add(watch);
      history.add(Entries.of(watch));
    }
    changed();
  }

  public synchronized void take(String key, LedgerEntry entry) {
    account.take(key, entry);
    changed();
  }

  /** Everything that was on the topics at the start has been taken in. */
  public synchronized void caughtUp() {
    caughtUp = true;
    changed();
  }

  public synchronized boolean isCaughtUp() {
    return caughtUp;
  }

  /** Forgets what is older than the span. */
  public synchronized void forgetBefore(Instant horizon) {
    articles.forgetBefore(horizon);
    history.forgetBefore(horizon);
    alerts
        .values()
        .removeIf(line -> !line.isFiring() && line.alert().changedAt().isBefore(horizon));
  }

  /**
   * Waits until something holds that a record will bring about.
   *
   * @return false when it never came
   */
  public synchronized boolean await(BooleanSupplier holds, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    while (!holds.getAsBoolean()) {
      long left = (until - System.nanoTime()) / NANOS_A_MILLI;
      if (left <= 0) return false;
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Lets those who wait look again. */
  public synchronized void wake() {
    notifyAll();
  }

  /** How many changes it has taken in: what an {@link AlertLine#change} counts in. */
  public synchronized long changes() {
    return changes;
  }

  public synchronized List<AlertLine> alerts(Predicate<AlertLine> wanted) {
    return alerts.values().stream().filter(wanted).toList();
  }

  /** The alerts that changed after that, in the order in which they did. */
  public synchronized List<AlertLine> changedAfter(long change) {
    return alerts.values().stream()
        .filter(line -> line.change() > change)
        .sorted(Comparator.comparingLong(AlertLine::change))
        .toList();
  }

  public synchronized Optional<AlertLine> alert(String id) {
    return Optional.ofNullable(alerts.get(id));
  }

  public synchronized String surviving(String story) {
    return articles.surviving(story);
  }

  /** A story's articles in order of arrival. */
  public synchronized List<ArticleLine> story(String id) {
    return articles.of(id);
  }

  /** What a source sent. */
  public synchronized List<ArticleLine> ofSource(String source) {
    return articles.all().stream().filter(line -> line.outlet().equals(source)).toList();
  }

  public synchronized Optional<ArticleLine> article(String id) {
    return Optional.ofNullable(articles.get(id));
  }

  public synchronized boolean isErased(String article) {
    return articles.isErased(article);
  }

  public synchronized Optional<Instant> latestArticle() {
    return Optional.ofNullable(articles.latest());
  }

  /** How many articles arrived since then, revisions of older ones left out. */
  public synchronized int arrivedSince(Instant time) {
    return articles.arrivedSince(time);
  }

  /** Each source, summed up anew every few seconds at most. */
  public synchronized List<SourceLine> sources(Instant now) {
    if (summedUp.plus(SUM_UP_EVERY).isBefore(now)) {
      sources = Sources.of(articles.all());
      summedUp = now;
    }
    return sources;
  }

  public synchronized Account.Sums account() {
    return account.sums();
  }

  /** Each watch as it is now. */
  public synchronized List<Watch> watches() {
    return watches.values().stream().map(versions -> versions.get(versions.size() - 1)).toList();
  }

  /** The versions of a watch that the topic still holds, the latest last. */
  public synchronized List<Watch> versions(String watch) {
    return List.copyOf(watches.getOrDefault(watch, List.of()));
  }

  /** The silences that are in force. */
  public synchronized List<Action> silences(Instant now) {
    return silences.values().stream()
        .filter(silence -> silence.until() == null || silence.until().isAfter(now))
        .toList();
  }

  /** What happened, the latest first. */
  public synchronized List<Entry> history(Instant since, Predicate<Entry> wanted, int most) {
    return history.latest(since, wanted, most);
  }

  private void changed() {
    changes++;
    notifyAll();
  }
}
