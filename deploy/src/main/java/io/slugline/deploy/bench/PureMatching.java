package io.slugline.deploy.bench;

import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import java.util.List;

/** What matching takes of a processor for each article, alone and by one thread. */
final class PureMatching {
  private PureMatching() {}

  static double cpuMicrosEach(List<String> lines, int watches) throws Exception {
    Monitor monitor = new Monitor();
    MatchQueries.read(watches).values().forEach(monitor::put);
    List<EnrichedArticle> articles = MatchArticles.read(lines);
    OneCore.warmUp(articles, article -> monitor.match(article).size());
    return 1e6 / OneCore.perSecond(articles, article -> monitor.match(article).size());
  }
}
