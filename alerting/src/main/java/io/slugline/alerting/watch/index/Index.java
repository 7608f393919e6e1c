package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.text.Stemmer;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All watches, compiled for the articles of one language. Any number of threads may read articles
 * while one changes watches.
 *
 * <p>A reading begins by noting the number of changes so far and sees the watches as of that
 * number. Ended versions stay posted until there are many; a reading that began before they are
 * taken out, and cannot know whether it met them, is done again.
 */
public final class Index {
  private static final int MANY_ENDED = 1024;
  final Symbols symbols = new Symbols();
  final Trie trie = new Trie();
  final Vocabulary vocabulary;
  final Names names;
  private final Literals literals;
  final Postings postings = new Postings();
  private final ById current = new ById();
  private int ended;
  private volatile long version;
  private volatile long takenOut;

  public Index(Stemmer stemmer) {
    vocabulary = new Vocabulary(symbols, stemmer);
    names = new Names(stemmer);
    literals = new Literals(symbols, stemmer, trie, names);
  }

  /**
   * In what share of articles a query is expected to be looked at; infinite when it can match
   * without any of its terms and every article has to be.
   */
  public static double cost(Query query, Stemmer stemmer) {
    return new Compiler(new Index(stemmer).literals).make(query).need().cost();
  }

  /** Puts a watch in place of the one with its id. */
  public synchronized void put(Watch watch, Query query) {
    long next = version + 1;
    Compiler.Made made = new Compiler(literals).make(query);
    int[] posts = made.need().posts();
    Compiled compiled = new Compiled(watch, made.clause(), posts.length <= 1, next);
    for (int literal : posts) postings.add(literal, compiled);
    Compiled old = current.put(compiled);
    if (old != null) end(old, next);
    version = next;
    takeOutEnded();
  }

  public synchronized void remove(String id) {
    Compiled old = current.remove(id);
    if (old == null) return;
    end(old, version + 1);
    version = version + 1;
    takeOutEnded();
  }

  /** All watches in force. */
  public synchronized List<Watch> watches() {
    return current.all().stream().map(Compiled::watch).toList();
  }

  public synchronized int size() {
    return current.size();
  }

  /** Adds what each watch in force has cost, by id. */
  public synchronized void addCosts(Map<String, Long> to) {
    for (Compiled watch : current.all()) {
      if (watch.looks() > 0) to.merge(watch.watch().id(), watch.looks(), Long::sum);
    }
  }

  /** The version of a watch that is in force. */
  public synchronized Optional<Compiled> current(String id) {
    return Optional.ofNullable(current.get(id));
  }

  /** Reads an article: afterwards the reading holds every watch that may match. */
  public void read(EnrichedArticle article, Reading reading) {
    long began;
    do {
      began = version;
      reading.begin(article);
      new Pass(this, reading, began).read(article);
    } while (takenOut > began);
  }

  private void end(Compiled old, long at) {
    old.endAt(at);
    ended++;
  }

  private void takeOutEnded() {
    if (ended < Math.max(MANY_ENDED, current.size() / 10)) return;
    // Before the first is taken out: a reading that misses one sees this.
    takenOut = version;
    postings.sweep(version);
    ended = 0;
  }
}
