package io.slugline.deploy.bench;

import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** How fast a monitor is, alone and by one thread. */
final class PureMatching {
  private static final int TIMES = 5;

  private PureMatching() {}

  /** What an article takes of a processor. */
  static double cpuMicrosEach(List<String> lines, int watches) throws Exception {
    List<EnrichedArticle> articles = MatchArticles.read(lines);
    return 1e6 / perSecond(() -> MatchQueries.load(watches, watches), articles, articles);
  }

  /**
   * How many articles a second it matches, having read others before: the median of a few monitors
   * of the same watches, as each meets the words of an article for the first time but once.
   *
   * <p>Live articles bring new words for ever, and those that are read again and again to warm up
   * bring none: what is compiled for these is thrown away at the first new word. So each round of
   * warming has a monitor that knows none yet.
   */
  static double perSecond(
      Callable<Monitor> monitors, List<EnrichedArticle> warm, List<EnrichedArticle> measured)
      throws Exception {
    Monitor first = monitors.call();
    OneCore.warmUp(
        warm,
        () -> {
          Monitor newcomer = new Monitor();
          newcomer.put(MatchQueries.watch("new", "=exact OR prefix*"));
          return article -> newcomer.match(article).size() + first.match(article).size();
        });
    double[] rates = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      Monitor monitor = monitors.call();
      for (EnrichedArticle article : warm) monitor.match(article);
      rates[i] = OneCore.perSecond(measured, article -> monitor.match(article).size());
    }
    Arrays.sort(rates);
    return rates[TIMES / 2];
  }
}
