package io.slugline.deploy.bench;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lucene Monitor, kept off the class path of what ships: taken from alerting's test classes and
 * from the jars that its build lays beside them.
 */
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
   * @throws IOException when alerting's tests have not been built here
   */
  static MatchPeer load(List<String> sample) throws Exception {
    Path target = home().resolve("alerting/target");
    File[] jars = target.resolve("peers").toFile().listFiles();
    if (jars == null || jars.length == 0) {
      throw new IOException("no peers in " + target + ": build with ./mvnw -DskipTests package");
    }
    List<URL> urls = new ArrayList<>();
    urls.add(target.resolve("test-classes").toUri().toURL());
    for (File jar : jars) urls.add(jar.toURI().toURL());
    // Stays open as long as the peer lives: to the end of the run.
    @SuppressWarnings("resource")
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), MatchPeer.class.getClassLoader());
    Class<?> type = Class.forName(CLASS, true, loader);
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

  /** The checkout that these classes were built in. */
  private static Path home() throws URISyntaxException {
    URL classes = MatchPeer.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(classes.toURI()).resolve("../../..").normalize();
  }
}
