package io.slugline.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What enrich counts: articles read = enriched + repeats + dead letters. */
final class EnrichMetrics {
  private static final int LATEST = 1000;

  private final Counter read;
  private final Counter enriched;
  private final Counter repeats;
  private final Counter deadLetters;
  private final Counter storiesOpened;
  private final Counter storyChanges;
  private final Counter storiesLinked;
  private final Timer tagging;
  private final AtomicInteger latestRead = new AtomicInteger();
  private final AtomicInteger latestDead = new AtomicInteger();
  private volatile boolean tooManyDead;

  EnrichMetrics(MeterRegistry registry) {
    read = registry.counter("slugline.enrich.articles.read");
    enriched = registry.counter("slugline.enrich.articles", "outcome", "enriched");
    repeats = registry.counter("slugline.enrich.articles", "outcome", "repeat");
    deadLetters = registry.counter("slugline.enrich.articles", "outcome", "dead-letter");
    storiesOpened = registry.counter("slugline.enrich.stories.opened");
    storyChanges = registry.counter("slugline.enrich.stories.changes");
    storiesLinked = registry.counter("slugline.enrich.stories.linked");
    tagging =
        Timer.builder("slugline.enrich.tag")
            .description("cleaning and tagging one article")
            .publishPercentileHistogram()
            .register(registry);
  }

  void tagged(Duration taken) {
    read.increment();
    tagging.record(taken);
    latest(false);
  }

  void dead() {
    read.increment();
    deadLetters.increment();
    latest(true);
  }

  /**
   * Counts an article that was given its place.
   *
   * @param opened whether the article is the first of its story
   * @param changes merges, splits and ends of stories that it brought about
   */
  void placed(boolean opened, int changes) {
    enriched.increment();
    if (opened) storiesOpened.increment();
    storyChanges.increment(changes);
  }

  /** Counts a link between stories of two languages. */
  void linked() {
    storiesLinked.increment();
  }

  void repeat() {
    repeats.increment();
  }

  /** Whether more than a tenth of the last thousand articles could not be processed. */
  boolean tooManyDead() {
    return tooManyDead;
  }

  private void latest(boolean dead) {
    int died = dead ? latestDead.incrementAndGet() : latestDead.get();
    if (latestRead.incrementAndGet() % LATEST != 0) return;
    tooManyDead = died > LATEST / 10;
    latestDead.set(0);
  }
}
