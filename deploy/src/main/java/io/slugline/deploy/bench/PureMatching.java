package io.slugline.deploy.bench;

import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import java.util.List;

/** How fast a monitor is, alone and by one thread. */
final class PureMatching {
  private PureMatching() {}

  /** What an article takes of a processor. */
  static double cpuMicrosEach(List<String> lines, int watches) throws Exception {
    Monitor monitor = new Monitor();
    MatchQueries.read(watches).values().forEach(monitor::put);
    List<EnrichedArticle> articles = MatchArticles.read(lines);
    return 1e6 / perSecond(monitor, articles, articles);
  }

  /**
   * How many articles a second it matches, once warmed on others. Live articles bring new words for
   * ever, and those that are read again and again bring none: what is compiled for these is thrown
   * away at the first new word. So each round of warming has a monitor that knows none yet.
   */
  static double perSecond(
      Monitor monitor, List<EnrichedArticle> warm, List<EnrichedArticle> measured)
      throws Exception {
    OneCore.warmUp(
        warm,
        () -> {
          Monitor newcomer = new Monitor();
          newcomer.put(MatchQueries.watch("new", "=exact OR prefix*"));
          return article -> newcomer.match(article).size() + monitor.match(article).size();
        });
    return OneCore.perSecond(measured, article -> monitor.match(article).size());
  }
}
