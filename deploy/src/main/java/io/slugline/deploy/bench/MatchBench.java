package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Match;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code bench match}: our monitor beside Lucene Monitor, the same watches and articles in the same
 * run, evidence against highlights, both warmed on articles that are not measured. Time is this
 * thread's own processor time.
 */
final class MatchBench implements Bench {
  private static final int WATCHES = 100_000;

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<EnrichedArticle> articles = MatchArticles.read(input.lines());
    int half = articles.size() / 2;
    List<EnrichedArticle> warm = articles.subList(0, half);
    List<EnrichedArticle> measured = articles.subList(half, articles.size());
    int count = input.watchesOr(WATCHES);
    long bytes = MatchQueries.bytesPerWatch(count, count);
    double ours = PureMatching.perSecond(() -> MatchQueries.load(count, count), warm, measured);
    Monitor monitor = MatchQueries.load(count, count);
    Map<String, Watch> watches = MatchQueries.read(count);
    ObjectNode figures;
    try (MatchPeer peer = MatchPeer.tuned(texts(warm))) {
      double theirs = perSecond(peer, watches, warm, measured);
      figures = BenchInput.figures("Lucene Monitor 9.11.1, tuned, with highlights", ours / theirs);
      figures.put("watches", watches.size());
      figures.put("articlesPerSecond", BenchInput.rounded(ours));
      figures.put("referenceArticlesPerSecond", BenchInput.rounded(theirs));
      int most = Math.min(input.compared(), measured.size());
      compare(monitor, peer, measured.subList(0, most), figures);
    }
    try (MatchPeer peer = MatchPeer.stock(texts(warm))) {
      double theirs = perSecond(peer, watches, warm, measured);
      figures.put("ratioStockWeights", BenchInput.rounded(ours / theirs));
    }
    figures.put("bytesPerWatch", bytes);
    new WatchChanges(monitor, warm).measure(List.copyOf(watches.values()), figures);
    return figures;
  }

  private static double perSecond(
      MatchPeer peer,
      Map<String, Watch> watches,
      List<EnrichedArticle> warm,
      List<EnrichedArticle> measured)
      throws Exception {
    peer.add(watches);
    OneCore.warmUp(warm, () -> peer::match);
    return OneCore.perSecond(measured, peer::match);
  }

  private static void compare(
      Monitor monitor, MatchPeer peer, List<EnrichedArticle> compared, ObjectNode figures)
      throws Exception {
    List<Object> different = new ArrayList<>();
    long pairs = 0;
    for (EnrichedArticle article : compared) {
      List<String> ids = ids(monitor.match(article));
      different.addAll(peer.differences(ids, article));
      pairs += ids.size();
    }
    figures.put("identical", different.isEmpty() ? 1 : 0);
    if (!different.isEmpty()) figures.put("firstDifference", different.get(0).toString());
    figures.put("compared", compared.size());
    figures.put("pairsCompared", pairs);
    figures.put("spansCompared", peer.spans());
  }

  private static List<String> ids(List<Match> matches) {
    return matches.stream().map(match -> match.watch().id()).toList();
  }

  private static List<String> texts(List<EnrichedArticle> articles) {
    List<String> texts = new ArrayList<>();
    for (EnrichedArticle article : articles) texts.add(article.title() + " " + article.body());
    return texts;
  }
}
