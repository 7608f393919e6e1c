package io.slugline.alerting.watch.peer;

import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.alerting.watch.text.EnglishStemmer;
import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/** Lucene Monitor over our trees and tokens. */
public final class LucenePeer {
  private static final FieldType OFFSETS = offsets();
  private final Monitor monitor;
  private final boolean byField;

  private LucenePeer(Presearcher presearcher, boolean everything) throws IOException {
    monitor = new Monitor(new LuceneTokens(everything), presearcher);
    byField = everything;
  }

  /** Asks every query on every article: slow, and nothing but the meaning of queries is at work. */
  public static LucenePeer plain() throws IOException {
    return new LucenePeer(Presearcher.NO_FILTERING, true);
  }

  /**
   * As fast as Lucene Monitor gets: candidates by their rarest term, rarity counted on articles of
   * the same kind; one field, stems only.
   *
   * @param sample texts to count on
   */
  public static LucenePeer tuned(List<String> sample) throws IOException {
    Map<String, Integer> counts = counts(sample);
    return filtered(term -> 1.0 / (1 + counts.getOrDefault(term.bytes().utf8ToString(), 0)));
  }

  /**
   * With the weights that Lucene itself makes of counts: a term that the sample lacks, the rarest
   * of all, weighs no more there than one that it has 500 times.
   */
  public static LucenePeer stock(List<String> sample) throws IOException {
    return filtered(TermWeightor.termFreqWeightor(counts(sample), 100, .8));
  }

  private static LucenePeer filtered(TermWeightor weightor) throws IOException {
    return new LucenePeer(new TermFilteredPresearcher(weightor, List.of(), Set.of()), false);
  }

  /** Adds watches: ids and queries in our language. */
  public void add(Map<String, String> queries) throws IOException {
    List<MonitorQuery> batch = new ArrayList<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      batch.add(
          new MonitorQuery(query.getKey(), LuceneQueries.of(QueryParser.parse(query.getValue()))));
    }
    monitor.register(batch);
  }

  /** Ids of the watches that an article matches, highlights made for each. */
  public List<String> match(String title, String body) throws IOException {
    List<String> ids = new ArrayList<>();
    for (HighlightsMatch match : run(title, body).getMatches()) ids.add(match.getQueryId());
    ids.sort(null);
    return ids;
  }

  /**
   * For each watch that matches, the spans that Lucene shows: start and end in title, break, body.
   */
  public Map<String, Set<List<Integer>>> highlights(String title, String body) throws IOException {
    Map<String, Set<List<Integer>>> spans = new TreeMap<>();
    for (HighlightsMatch match : run(title, body).getMatches()) {
      Set<List<Integer>> of = spans.computeIfAbsent(match.getQueryId(), id -> new HashSet<>());
      match
          .getHits()
          .forEach(
              (field, hits) -> {
                int shift = field.equals("body") ? title.length() + 1 : 0;
                hits.forEach(
                    hit -> of.add(List.of(hit.startOffset + shift, hit.endOffset + shift)));
              });
    }
    return spans;
  }

  private MatchingQueries<HighlightsMatch> run(String title, String body) throws IOException {
    Document document = new Document();
    document.add(new Field("text", title + LuceneTokens.BREAK + body, OFFSETS));
    if (byField) {
      document.add(new Field("title", title, OFFSETS));
      document.add(new Field("body", body, OFFSETS));
    }
    return monitor.match(document, HighlightsMatch.MATCHER);
  }

  private static Map<String, Integer> counts(List<String> texts) {
    EnglishStemmer stemmer = new EnglishStemmer();
    Scanner scanner = new Scanner();
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      scanner.read(text);
      while (scanner.next())
        counts.merge(stemmer.stem(Fold.fold(scanner.token())), 1, Integer::sum);
    }
    return counts;
  }

  private static FieldType offsets() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  /** Closes the monitor. */
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the peer", e);
    }
  }
}
