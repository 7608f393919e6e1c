package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.WatchSamples;
import io.slugline.alerting.watch.peer.LucenePeer;
import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.alerting.watch.text.EnglishStemmer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Our index and Lucene Monitor side by side: which watches match, and every place that made them.
 * Evidence tells the first place of a clause only; here all of them are asked for.
 */
public final class BesideLucene {
  private final Index index = new Index(new EnglishStemmer());
  private final Reading reading = new Reading();
  private final LucenePeer lucene;
  private long spans;

  private BesideLucene(LucenePeer lucene) {
    this.lucene = lucene;
  }

  /** With Lucene tuned for texts like these. */
  public static BesideLucene tuned(List<String> sample) throws IOException {
    return new BesideLucene(LucenePeer.tuned(sample));
  }

  /** With Lucene tuned by its own weights. */
  public static BesideLucene stock(List<String> sample) throws IOException {
    return new BesideLucene(LucenePeer.stock(sample));
  }

  /** With a Lucene that asks every query on every article, by field too. */
  public static BesideLucene plain() throws IOException {
    return new BesideLucene(LucenePeer.plain());
  }

  /** Adds watches: ids and queries in our language. */
  public void add(Map<String, String> queries) throws IOException {
    lucene.add(queries);
    queries.forEach(
        (id, query) -> index.put(WatchSamples.watch(id, query), QueryParser.parse(query)));
  }

  /** Ids of the watches that Lucene finds, highlights made for each. */
  public List<String> match(String title, String body) throws IOException {
    return lucene.match(title, body);
  }

  /**
   * What the two do not agree on, watch by watch: whether it matches, or one of its places.
   *
   * @param ids of the watches that match by the monitor that is measured
   */
  public List<String> differences(List<String> ids, String title, String body) throws IOException {
    Map<String, Places> ours = ours(title, body);
    Map<String, Set<List<Integer>>> theirs = lucene.highlights(title, body);
    List<String> different = new ArrayList<>();
    if (!List.copyOf(theirs.keySet()).equals(ids)) {
      different.add("matches: ours " + ids + ", Lucene's " + theirs.keySet());
    }
    theirs.forEach(
        (id, shown) -> {
          Places places = ours.get(id);
          if (places == null || !places.areThoseOf(shown)) {
            different.add(id + ": ours " + places + ", Lucene's " + shown);
          }
        });
    return different;
  }

  /** How many places were compared so far. */
  public long spans() {
    return spans;
  }

  /** Closes the peer. */
  public void close() {
    lucene.close();
  }

  private Map<String, Places> ours(String title, String body) {
    index.read(WatchSamples.article(title, body), reading);
    Map<String, Places> found = new TreeMap<>();
    for (int i = 0; i < reading.candidates(); i++) {
      Compiled watch = reading.candidate(i);
      if (!reading.matches(watch)) continue;
      Places places = new Places(title.length() + 1);
      watch.root.testify(reading.hits, places);
      spans += places.exact.size() + places.stretches.size();
      found.put(watch.watch().id(), places);
    }
    return found;
  }

  /** All places of the clauses that made one watch match, in title, break, body. */
  private final class Places implements Clause.Witness {
    private final Set<List<Integer>> exact = new HashSet<>();
    // Of what stands near Lucene shows words and not the whole; and of two places on one word the
    // one that its queue happens to keep. So only the first, which is the evidence, is compared.
    private final Set<List<Integer>> stretches = new HashSet<>();
    private final int bodyStart;

    Places(int bodyStart) {
      this.bodyStart = bodyStart;
    }

    @Override
    public void saw(Clause clause, int start, int end, int mention) {
      if (clause instanceof Nearby) {
        stretches.add(units(start, end));
        return;
      }
      Spans all = new Spans();
      ((Clause.Placed) clause).places(reading.hits, all);
      for (int i = 0; i < all.size(); i++) exact.add(units(all.start(i), all.end(i)));
    }

    private List<Integer> units(int start, int end) {
      int shift = start < Hits.BODY ? 0 : bodyStart;
      return List.of(reading.hits.startOf(start) + shift, reading.hits.endBefore(end) + shift);
    }

    boolean areThoseOf(Set<List<Integer>> shown) {
      if (!shown.containsAll(exact)) return false;
      return stretches.isEmpty()
          ? exact.containsAll(shown)
          : stretches.stream().allMatch(stretch -> hasBounds(stretch, shown));
    }

    private boolean hasBounds(List<Integer> stretch, Set<List<Integer>> shown) {
      return shown.stream().anyMatch(it -> it.get(0).equals(stretch.get(0)))
          && shown.stream().anyMatch(it -> it.get(1).equals(stretch.get(1)));
    }

    @Override
    public String toString() {
      return exact + " within " + stretches;
    }
  }
}
