package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Match;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code bench match}: our monitor beside Lucene Monitor, the same watches and articles in the same
 * run, evidence against highlights, both warmed on articles that are not measured. Time is this
 * thread's own processor time.
 */
final class MatchBench implements Bench {
  private static final int MOST_FOR_REFERENCE = 400;
  private static final int CHANGES = 2000;
  private static final double WARM_SECONDS = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<EnrichedArticle> articles = MatchArticles.read(input.lines());
    int half = articles.size() / 2;
    List<EnrichedArticle> warm = articles.subList(0, half);
    List<EnrichedArticle> measured = articles.subList(half, articles.size());
    long before = heap();
    Map<String, Watch> watches = MatchQueries.read(input.watches());
    Monitor monitor = new Monitor();
    watches.values().forEach(monitor::put);
    long bytes = (heap() - before) / watches.size();
    warmUp(monitor, warm);
    double ours = perSecond(measured, article -> monitor.match(article).size());
    long[] changes = changeNanos(monitor, List.copyOf(watches.values()), warm);
    return compare(monitor, watches, warm, measured, ours, bytes, changes);
  }

  private static ObjectNode compare(
      Monitor monitor,
      Map<String, Watch> watches,
      List<EnrichedArticle> warm,
      List<EnrichedArticle> measured,
      double ours,
      long bytes,
      long[] changes)
      throws Exception {
    List<EnrichedArticle> some = measured.subList(0, Math.min(MOST_FOR_REFERENCE, measured.size()));
    MatchPeer peer = MatchPeer.load(texts(warm));
    peer.add(watches);
    warmUp(peer, warm);
    double theirs = perSecond(some, peer::match);
    int different = 0;
    for (EnrichedArticle article : some) {
      if (!ids(monitor.match(article)).equals(peer.ids(article))) different++;
    }
    ObjectNode figures =
        BenchInput.figures("Lucene Monitor 9.11.1, tuned, with highlights", ours / theirs);
    figures.put("watches", watches.size());
    figures.put("articlesPerSecond", BenchInput.rounded(ours));
    figures.put("referenceArticlesPerSecond", BenchInput.rounded(theirs));
    figures.put("identical", different == 0 ? 1 : 0);
    figures.put("compared", some.size());
    figures.put("bytesPerWatch", bytes);
    figures.put("changeMicrosMedian", changes[changes.length / 2] / 1e3);
    figures.put("changeMicrosP99", changes[changes.length * 99 / 100] / 1e3);
    return figures;
  }

  /** What is done with one article while it is timed. */
  interface Step {
    int on(EnrichedArticle article) throws Exception;
  }

  private static double perSecond(List<EnrichedArticle> articles, Step step) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    for (EnrichedArticle article : articles) step.on(article);
    return articles.size() / ((THREADS.getCurrentThreadCpuTime() - start) / 1e9);
  }

  private static void warmUp(Monitor monitor, List<EnrichedArticle> articles) throws Exception {
    warmUp(articles, article -> monitor.match(article).size());
  }

  private static void warmUp(MatchPeer peer, List<EnrichedArticle> articles) throws Exception {
    warmUp(articles, peer::match);
  }

  private static void warmUp(List<EnrichedArticle> articles, Step step) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    while ((THREADS.getCurrentThreadCpuTime() - start) / 1e9 < WARM_SECONDS) {
      for (EnrichedArticle article : articles) {
        step.on(article);
        if ((THREADS.getCurrentThreadCpuTime() - start) / 1e9 >= WARM_SECONDS) return;
      }
    }
  }

  /** How long it takes to put one watch in place of itself while another thread matches, sorted. */
  private static long[] changeNanos(
      Monitor monitor, List<Watch> watches, List<EnrichedArticle> articles) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              while (!over.get()) articles.forEach(monitor::match);
            });
    reader.start();
    long[] nanos = new long[Math.min(CHANGES, watches.size())];
    for (int i = 0; i < nanos.length; i++) {
      Watch watch = watches.get((int) ((long) i * watches.size() / nanos.length));
      long start = System.nanoTime();
      monitor.put(watch);
      nanos[i] = System.nanoTime() - start;
    }
    over.set(true);
    reader.join();
    Arrays.sort(nanos);
    return nanos;
  }

  private static List<String> ids(List<Match> matches) {
    return matches.stream().map(match -> match.watch().id()).toList();
  }

  private static List<String> texts(List<EnrichedArticle> articles) {
    List<String> texts = new ArrayList<>();
    for (EnrichedArticle article : articles) texts.add(article.title() + " " + article.body());
    return texts;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
