package io.slugline.deploy.bench;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import io.slugline.deploy.peer.Peers;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lucene Monitor, kept off the class path of what ships. */
final class MatchPeer implements AutoCloseable {
  private static final String CLASS = "io.slugline.alerting.watch.index.BesideLucene";
  private final Object peer;

  private MatchPeer(Object peer) {
    this.peer = peer;
  }

  /**
   * The peer, tuned for texts like these as well as we can.
   *
   * @throws java.io.IOException when alerting's tests have not been built here
   */
  static MatchPeer tuned(List<String> sample) throws Exception {
    return load("tuned", sample);
  }

  /**
   * The peer, with the weights that it makes itself of such texts.
   *
   * @throws java.io.IOException when alerting's tests have not been built here
   */
  static MatchPeer stock(List<String> sample) throws Exception {
    return load("stock", sample);
  }

  private static MatchPeer load(String how, List<String> sample) throws Exception {
    Class<?> type = Peers.of("alerting").isolated(CLASS);
    return new MatchPeer(type.getMethod(how, List.class).invoke(null, sample));
  }

  void add(Map<String, Watch> watches) throws Exception {
    Map<String, String> queries = new LinkedHashMap<>();
    watches.forEach((id, watch) -> queries.put(id, watch.query()));
    peer.getClass().getMethod("add", Map.class).invoke(peer, queries);
  }

  /** How many watches match, highlights made for each. */
  int match(EnrichedArticle article) throws Exception {
    Method match = peer.getClass().getMethod("match", String.class, String.class);
    return ((List<?>) match.invoke(peer, article.title(), article.body())).size();
  }

  /** What the peer and we do not agree on: watches that match, or their places. */
  List<?> differences(List<String> ids, EnrichedArticle article) throws Exception {
    Method differences =
        peer.getClass().getMethod("differences", List.class, String.class, String.class);
    return (List<?>) differences.invoke(peer, ids, article.title(), article.body());
  }

  /** How many places were compared so far. */
  long spans() throws Exception {
    return (long) peer.getClass().getMethod("spans").invoke(peer);
  }

  @Override
  public void close() throws Exception {
    peer.getClass().getMethod("close").invoke(peer);
  }
}
