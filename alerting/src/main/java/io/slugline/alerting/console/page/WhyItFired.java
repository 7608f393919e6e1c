package io.slugline.alerting.console.page;

import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the evidence of alerts in the sentences that it stands in. */
final class WhyItFired {
  private static final int MOST_ARTICLES = 4;
  private static final int FIRST_QUOTES = 2;
  private static final int FIRST_CLAUSES = 2;
  private static final int MOST_QUOTE = 600;

  private final View view;
  private final Shelf shelf;

  WhyItFired(View view, Shelf shelf) {
    this.view = view;
    this.shelf = shelf;
  }

  /** Clause by clause, with the sentences of the first articles that matched. */
  List<StoryPage.Because> of(List<Alert> alerts) {
    List<StoryPage.Because> because = new ArrayList<>();
    Map<String, Optional<EnrichedArticle>> texts = new HashMap<>();
    for (Alert alert : alerts) {
      List<StoryPage.Why> why =
          byClause(alert).stream().map(evidence -> why(evidence, texts)).toList();
      if (why.isEmpty()) continue;
      int first = Math.min(FIRST_CLAUSES, why.size());
      because.add(
          new StoryPage.Because(
              Shown.line(alert.watchTitle()),
              why.subList(0, first),
              why.subList(first, why.size())));
    }
    return because;
  }

  private Collection<List<Evidence>> byClause(Alert alert) {
    Map<String, List<Evidence>> clauses = new LinkedHashMap<>();
    Set<String> articles = new LinkedHashSet<>();
    for (Evidence evidence : alert.evidence()) {
      if (view.isErased(evidence.article())) continue;
      articles.add(evidence.article());
      if (articles.size() > MOST_ARTICLES) break;
      clauses.computeIfAbsent(evidence.clause(), clause -> new ArrayList<>()).add(evidence);
    }
    return clauses.values();
  }

  private StoryPage.Why why(List<Evidence> evidence, Map<String, Optional<EnrichedArticle>> texts) {
    List<StoryPage.Quote> quotes =
        evidence.stream()
            .map(one -> quoted(one, texts.computeIfAbsent(one.article(), this::text)))
            .distinct()
            .toList();
    int first = Math.min(FIRST_QUOTES, quotes.size());
    return new StoryPage.Why(
        Shown.line(evidence.get(0).clause()),
        Shown.line(evidence.get(0).entity()),
        quotes.subList(0, first),
        quotes.subList(first, quotes.size()));
  }

  private Optional<EnrichedArticle> text(String article) {
    return view.article(article).flatMap(shelf::article);
  }

  private StoryPage.Quote quoted(Evidence evidence, Optional<EnrichedArticle> article) {
    ArticleLine line = view.article(evidence.article()).orElse(null);
    return new StoryPage.Quote(
        quote(evidence, article.orElse(null)),
        Shown.line(evidence.alias()),
        line == null ? "an article" : Shown.line(line.outlet()),
        evidence.field().word(),
        evidence.article(),
        line == null ? null : line.arrivedAt());
  }

  /** Where its article is gone, the quote alone. */
  private static List<Piece> quote(Evidence evidence, @Nullable EnrichedArticle article) {
    String quote = evidence.quote();
    String text = article == null ? "" : article.text(evidence.field());
    int at = quote.isEmpty() ? -1 : text.lastIndexOf(quote, evidence.start());
    boolean isThere = at >= 0 && evidence.end() <= at + quote.length();
    List<Span> spans =
        isThere ? List.of(new Span(evidence.start() - at, evidence.end() - at)) : List.of();
    boolean isLong = quote.length() > MOST_QUOTE && !spans.isEmpty();
    if (!isLong)
      return Marked.clean(
          quote.length() > MOST_QUOTE ? quote.substring(0, MOST_QUOTE) : quote, spans);
    int start = Math.max(0, spans.get(0).start() - MOST_QUOTE / 2);
    int end = Math.min(quote.length(), Math.max(spans.get(0).end(), start + MOST_QUOTE));
    Span moved = new Span(spans.get(0).start() - start, spans.get(0).end() - start);
    return Marked.clean(quote.substring(start, end), List.of(moved));
  }
}
