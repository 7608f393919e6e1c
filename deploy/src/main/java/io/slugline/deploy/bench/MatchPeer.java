package io.slugline.deploy.bench;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import io.slugline.deploy.peer.Peers;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lucene Monitor, kept off the class path of what ships. */
final class MatchPeer {
  private static final String CLASS = "io.slugline.alerting.watch.peer.LucenePeer";
  private final Object peer;
  private final Method add;
  private final Method match;

  private MatchPeer(Object peer) throws NoSuchMethodException {
    this.peer = peer;
    this.add = peer.getClass().getMethod("add", Map.class);
    this.match = peer.getClass().getMethod("match", String.class, String.class);
  }

  /**
   * The peer, tuned for texts like these.
   *
   * @throws java.io.IOException when alerting's tests have not been built here
   */
  static MatchPeer load(List<String> sample) throws Exception {
    Class<?> type = Peers.of("alerting").type(CLASS);
    return new MatchPeer(type.getMethod("tuned", List.class).invoke(null, sample));
  }

  void add(Map<String, Watch> watches) throws Exception {
    Map<String, String> queries = new LinkedHashMap<>();
    watches.forEach((id, watch) -> queries.put(id, watch.query()));
    add.invoke(peer, queries);
  }

  int match(EnrichedArticle article) throws Exception {
    return ids(article).size();
  }

  List<String> ids(EnrichedArticle article) throws Exception {
    List<String> ids = new ArrayList<>();
    for (Object id : (List<?>) match.invoke(peer, article.title(), article.body())) {
      ids.add((String) id);
    }
    return ids;
  }
}
