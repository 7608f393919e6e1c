package io.slugline.deploy.bench;

import io.slugline.contract.EnrichedArticle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Supplier;

/** What one thread does with articles, by its own processor time. */
final class OneCore {
  private static final double WARM_SECONDS = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OneCore() {}

  /** What is done with one article. */
  interface Step {
    int on(EnrichedArticle article) throws Exception;
  }

  static double perSecond(List<EnrichedArticle> articles, Step step) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    for (EnrichedArticle article : articles) step.on(article);
    return articles.size() / secondsSince(start);
  }

  /** Goes over the articles again and again, each time by the step made for it. */
  static void warmUp(List<EnrichedArticle> articles, Supplier<Step> rounds) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    while (secondsSince(start) < WARM_SECONDS) {
      Step step = rounds.get();
      for (EnrichedArticle article : articles) {
        step.on(article);
        if (secondsSince(start) >= WARM_SECONDS) return;
      }
    }
  }

  /** Bytes in use once everything that can go is gone. */
  static long heap() {
    // The serial collector lets some garbage lie, but for every fourth time.
    for (int i = 0; i < 4; i++) System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double secondsSince(long start) {
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
