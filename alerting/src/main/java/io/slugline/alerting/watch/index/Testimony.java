package io.slugline.alerting.watch.index;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.contract.Span;
import io.slugline.contract.Watch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down as evidence what the clauses of one watch saw in one article. */
final class Testimony implements Clause.Witness {
  private final EnrichedArticle article;
  private final Hits hits;
  private final Watch watch;
  private final int most;
  private final List<Evidence> evidence = new ArrayList<>(4);
  // Shared by all watches of one article: many quote the same sentence.
  private final @Nullable String[] quotes;
  private String score = "";

  Testimony(EnrichedArticle article, Hits hits, Watch watch, int most, @Nullable String[] quotes) {
    this.article = article;
    this.hits = hits;
    this.watch = watch;
    this.most = most;
    this.quotes = quotes;
  }

  List<Evidence> evidence() {
    return evidence;
  }

  @Override
  public void counted(Clause part, double weight, double sum) {
    score = "^" + plain(weight) + " (score " + plain(sum) + ")";
  }

  @Override
  public void saw(Clause clause, int start, int end, int number) {
    if (evidence.size() >= most) return;
    Field field = start < Hits.BODY ? Field.TITLE : Field.BODY;
    Mention mention = number < 0 ? null : article.mentions().get(number);
    Span span =
        mention != null ? mention.span() : new Span(hits.startOf(start), hits.endBefore(end));
    Span raw = article.toRaw(field, span);
    evidence.add(
        new Evidence(
            article.id(),
            field,
            span.start(),
            span.end(),
            raw.start(),
            raw.end(),
            quote(field, span),
            watch.query().substring(clause.from(), clause.to()) + score,
            mention == null ? null : mention.entity(),
            mention == null ? null : mention.text()));
    score = "";
  }

  private String quote(Field field, Span span) {
    if (field == Field.TITLE) return article.title();
    int number = article.sentenceAt(span.start());
    if (number < 0) return span.of(article.body());
    Span sentence = article.sentences().get(number);
    if (span.end() > sentence.end()) {
      return new Span(sentence.start(), span.end()).of(article.body());
    }
    String known = quotes[number];
    if (known != null) return known;
    String quote = sentence.of(article.body());
    quotes[number] = quote;
    return quote;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
