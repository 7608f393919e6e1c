package io.slugline.alerting.watch.peer;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.Query.Scope;
import io.slugline.alerting.watch.query.Word;
import io.slugline.alerting.watch.text.EnglishStemmer;
import io.slugline.alerting.watch.text.Stemmer;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanMultiTermQueryWrapper;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** The Lucene query that each of our trees means. */
final class LuceneQueries {
  private static final Stemmer STEMMER = new EnglishStemmer();

  private LuceneQueries() {}

  static org.apache.lucene.search.Query of(Query query) {
    if (query instanceof Query.All all) return all(all.parts());
    if (query instanceof Query.Any any) return any(any.parts(), 1);
    if (query instanceof Query.AtLeast least) return any(least.parts(), least.count());
    if (query instanceof Query.Not not) return all(List.of(not));
    if (query instanceof Query.Score score) return score(score);
    if (query instanceof Query.Near near) return span(near, scope(near));
    if (query instanceof Query.Phrase phrase) return phrase(phrase);
    throw new IllegalArgumentException("no Lucene query for " + query);
  }

  private static org.apache.lucene.search.Query all(List<Query> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Query part : parts) {
      if (part instanceof Query.Not not) {
        all.add(of(not.part()), Occur.MUST_NOT);
      } else {
        all.add(of(part), Occur.MUST);
        positive = true;
      }
    }
    if (!positive) all.add(new MatchAllDocsQuery(), Occur.MUST);
    return all.build();
  }

  private static org.apache.lucene.search.Query any(List<Query> parts, int least) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query part : parts) any.add(of(part), Occur.SHOULD);
    return any.setMinimumNumberShouldMatch(least).build();
  }

  /** Every set of parts that reaches the threshold, with all of it there and the rest not. */
  private static org.apache.lucene.search.Query score(Query.Score score) {
    BooleanQuery.Builder sets = new BooleanQuery.Builder();
    int size = score.parts().size();
    for (int set = 0; set < 1 << size; set++) {
      double sum = 0;
      BooleanQuery.Builder exactly = new BooleanQuery.Builder();
      exactly.add(new MatchAllDocsQuery(), Occur.MUST);
      for (int i = 0; i < size; i++) {
        boolean in = (set >> i & 1) == 1;
        if (in) sum += score.parts().get(i).weight();
        exactly.add(of(score.parts().get(i).part()), in ? Occur.MUST : Occur.MUST_NOT);
      }
      if (sum >= score.threshold()) sets.add(exactly.build(), Occur.SHOULD);
    }
    return sets.build();
  }

  private static org.apache.lucene.search.Query phrase(Query.Phrase phrase) {
    String field = field(phrase.scope());
    List<Word> words = phrase.words();
    if (words.isEmpty()) return new MatchNoDocsQuery();
    boolean prefixed = words.stream().anyMatch(word -> word.how() == Word.How.PREFIX);
    if (words.size() > 1 && prefixed) return span(phrase, phrase.scope());
    if (words.size() == 1) {
      Word word = words.get(0);
      return prefixed ? prefix(word, field) : new TermQuery(term(word, field));
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(phrase.slop());
    for (Word word : words) builder.add(term(word, field));
    return builder.build();
  }

  private static SpanQuery span(Query query, Scope scope) {
    if (query instanceof Query.Near near) {
      SpanQuery[] sides = {span(near.left(), scope), span(near.right(), scope)};
      return new SpanNearQuery(sides, near.distance(), near.ordered());
    }
    if (query instanceof Query.Any any) {
      return new SpanOrQuery(
          any.parts().stream().map(part -> span(part, scope)).toArray(SpanQuery[]::new));
    }
    List<Word> words = ((Query.Phrase) query).words();
    SpanQuery[] spans =
        words.stream().map(word -> span(word, field(scope))).toArray(SpanQuery[]::new);
    return spans.length == 1 ? spans[0] : new SpanNearQuery(spans, 0, true);
  }

  private static SpanQuery span(Word word, String field) {
    if (word.how() == Word.How.PREFIX) return new SpanMultiTermQueryWrapper<>(prefix(word, field));
    return new SpanTermQuery(term(word, field));
  }

  private static PrefixQuery prefix(Word word, String field) {
    return new PrefixQuery(new Term(field, LuceneTokens.EXACT + word.text()));
  }

  private static Term term(Word word, String field) {
    boolean exact = word.how() == Word.How.EXACT;
    return new Term(field, exact ? LuceneTokens.EXACT + word.text() : STEMMER.stem(word.text()));
  }

  /** Everything beside NEAR stands in one field: the narrowest that is asked for. */
  private static Scope scope(Query query) {
    if (query instanceof Query.Phrase phrase) return phrase.scope();
    for (Query part : query.children()) {
      if (scope(part) != Scope.EITHER) return scope(part);
    }
    return Scope.EITHER;
  }

  static String field(Scope scope) {
    return switch (scope) {
      case EITHER -> "text";
      case TITLE -> "title";
      case BODY -> "body";
      case LEAD -> throw new IllegalArgumentException("the lead is no field of Lucene's");
    };
  }
}
