package io.slugline.alerting.watch;

import io.slugline.alerting.watch.index.Index;
import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.QueryCheck;
import io.slugline.alerting.watch.text.EnglishStemmer;
import io.slugline.contract.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What is worth saying of a query that can be read. */
final class QueryLint {
  private static final double DEAR = 0.1;
  private final Predicate<String> isKnown;
  private final boolean silent;

  QueryLint(Predicate<String> isKnown) {
    this(isKnown, false);
  }

  private QueryLint(Predicate<String> isKnown, boolean silent) {
    this.isKnown = isKnown;
    this.silent = silent;
  }

  /** For loading a list: only what keeps it from being loaded counts. */
  static QueryLint none() {
    return new QueryLint(id -> true, true);
  }

  /** One thing to say, and where in the query. */
  record Remark(int at, Severity severity, String text) {}

  List<Remark> remarks(Query query) {
    List<Remark> remarks = new ArrayList<>();
    if (silent) return remarks;
    addTerms(query, remarks);
    remarks.add(cost(query));
    return remarks;
  }

  private static Remark cost(Query query) {
    if (QueryCheck.matchesAnything(query)) {
      return new Remark(
          query.start(), Severity.WARNING, "can match without any of its terms: looked at always");
    }
    double share = Index.cost(query, new EnglishStemmer());
    String text =
        share > 1
            ? "cost: looked at in every article"
            : "cost: looked at in about %.2f %% of articles".formatted(share * 100);
    Severity severity = share > DEAR ? Severity.WARNING : Severity.INFO;
    return new Remark(query.start(), severity, text.toLowerCase(Locale.ROOT));
  }

  private void addTerms(Query query, List<Remark> remarks) {
    if (query instanceof Query.Named named
        && named.kind() == Query.Kind.ENTITY
        && !isKnown.test(named.value())) {
      String text = "no entity '" + named.value() + "' in the gazetteer";
      remarks.add(new Remark(named.start(), Severity.WARNING, text));
    }
    if (query instanceof Query.Phrase phrase && phrase.words().isEmpty()) {
      remarks.add(
          new Remark(phrase.start(), Severity.WARNING, "a phrase without a word: stands nowhere"));
    }
    for (Query part : query.children()) addTerms(part, remarks);
  }
}
