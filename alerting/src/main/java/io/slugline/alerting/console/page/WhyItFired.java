package io.slugline.alerting.console.page;

import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the evidence of alerts in the sentences that it stands in. */
final class WhyItFired {
  private static final int MOST_ARTICLES = 4;
  private static final int MOST_QUOTE = 600;

  private final View view;
  private final Shelf shelf;

  WhyItFired(View view, Shelf shelf) {
    this.view = view;
    this.shelf = shelf;
  }

  /** The evidence of the first articles that matched, each clause once for each article. */
  List<StoryPage.Why> of(List<Alert> alerts) {
    List<StoryPage.Why> why = new ArrayList<>();
    Map<String, Optional<EnrichedArticle>> texts = new HashMap<>();
    for (Alert alert : alerts) {
      List<String> seen = new ArrayList<>();
      List<String> articles = new ArrayList<>();
      for (Evidence evidence : alert.evidence()) {
        if (view.isErased(evidence.article())) continue;
        if (!articles.contains(evidence.article())) articles.add(evidence.article());
        String key = evidence.article() + evidence.clause() + evidence.quote();
        if (articles.size() > MOST_ARTICLES || seen.contains(key)) continue;
        seen.add(key);
        why.add(why(alert, evidence, texts.computeIfAbsent(evidence.article(), this::text)));
      }
    }
    return why;
  }

  private Optional<EnrichedArticle> text(String article) {
    return view.article(article).flatMap(shelf::article);
  }

  private StoryPage.Why why(Alert alert, Evidence evidence, Optional<EnrichedArticle> article) {
    ArticleLine line = view.article(evidence.article()).orElse(null);
    return new StoryPage.Why(
        Shown.line(alert.watchTitle()),
        quote(evidence, article.orElse(null)),
        Shown.line(evidence.clause()),
        Shown.line(evidence.entity()),
        Shown.line(evidence.alias()),
        line == null ? "" : Shown.line(line.outlet()),
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
