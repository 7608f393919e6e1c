package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.text.Scanner;
import io.slugline.alerting.watch.text.Stemmer;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Symbols symbols = new Symbols();
  private final Trie trie = new Trie();
  private final Vocabulary vocabulary;
  private final Names names;
  private final Literals literals;
  private final Postings postings = new Postings();
  private final Map<String, Compiled> current = new HashMap<>();
  private final List<Compiled> ended = new ArrayList<>();
  private int lastSerial;
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
    int[] posts = made.need().literals();
    Compiled compiled = new Compiled(watch, made.clause(), posts, ++lastSerial, next);
    if (posts.length == 0) postings.add(0, compiled);
    for (int literal : posts) postings.add(literal, compiled);
    Compiled old = current.put(watch.id(), compiled);
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
      new Pass(reading, began).read(article);
    } while (takenOut > began);
  }

  private void end(Compiled old, long at) {
    old.endAt(at);
    ended.add(old);
  }

  private void takeOutEnded() {
    if (ended.size() < Math.max(MANY_ENDED, current.size() / 10)) return;
    // Before the first is taken out: a reading that misses one sees this.
    takenOut = version;
    for (Compiled old : ended) {
      if (old.posts.length == 0) postings.remove(0, old);
      for (int literal : old.posts) postings.remove(literal, old);
    }
    ended.clear();
  }

  /** One reading of one article. */
  private final class Pass implements Names.Taker {
    private final Reading reading;
    private final Hits hits;
    private final long began;
    private final Trie.Tables tables = trie.tables();
    private Form[] forms = new Form[0];

    Pass(Reading reading, long began) {
      this.reading = reading;
      this.hits = reading.hits;
      this.began = began;
    }

    void read(EnrichedArticle article) {
      List<Form> all = new ArrayList<>();
      scan(article.title(), all);
      hits.endTitle();
      scan(article.body(), all);
      forms = all.toArray(Form[]::new);
      for (int token = 0; token < forms.length; token++) startAt(token);
      names.find(article, hits, this);
      post(0);
    }

    @Override
    public void take(int literal, int start, int end, int mention) {
      if (hits.add(literal, start, end, mention)) post(literal);
    }

    private void scan(String text, List<Form> all) {
      Scanner scanner = reading.scanner;
      scanner.read(text);
      while (scanner.next()) {
        hits.addToken(scanner.start(), scanner.end());
        all.add(vocabulary.of(scanner));
      }
    }

    private void startAt(int token) {
      Form form = forms[token];
      int end = token < hits.titleTokens() ? hits.titleTokens() : forms.length;
      walk(tables.root(form.stem), token, token + 1, end);
      for (int symbol : form.extras(symbols)) walk(tables.root(symbol), token, token + 1, end);
    }

    private void walk(int node, int from, int next, int end) {
      if (node == 0) return;
      int literal = tables.literal(node);
      if (literal != 0) {
        int position = hits.position(from);
        take(literal, position, position + next - from, -1);
      }
      if (next >= end) return;
      Form form = forms[next];
      walk(tables.child(node, form.stem), from, next + 1, end);
      for (int symbol : form.extras(symbols)) {
        walk(tables.child(node, symbol), from, next + 1, end);
      }
    }

    private void post(int literal) {
      for (Compiled watch : postings.of(literal)) {
        if (watch.isInForce(began)) reading.addCandidate(watch);
      }
    }
  }
}
