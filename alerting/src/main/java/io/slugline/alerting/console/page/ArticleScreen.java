package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.Texts;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Alert;
import io.slugline.contract.Cut;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Span;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One article: its clean text, or the raw one with the cuts; and two of them side by side. */
public final class ArticleScreen {
  private static final int MOST_KEYWORDS = 8;

  private final View view;
  private final Shelf shelf;
  private final Pages pages;

  public ArticleScreen(View view, Shelf shelf, Pages pages) {
    this.view = view;
    this.shelf = shelf;
    this.pages = pages;
  }

  /**
   * An article to read.
   *
   * @param raw whether it is the text as it arrived
   * @param cuts bytes that each rule cut, by rule
   */
  public record Reading(
      StoryPage.Item item,
      String story,
      boolean raw,
      String rawWords,
      List<Piece> title,
      List<Piece> text,
      Map<String, Integer> cuts,
      String facts) {}

  /** Two articles side by side. */
  public record Pair(
      String story, StoryPage.Item left, StoryPage.Item right, Difference title, Difference body) {}

  /** Why an article is in its story. */
  public record Grouped(
      String similarity, String nearest, List<String> shared, List<String> vetoes) {}

  public void show(Context request) {
    ArticleLine line = line(request.pathParam("article"));
    EnrichedArticle article = whole(line);
    List<Evidence> evidence = evidence(line);
    boolean raw = "raw".equals(request.queryParam("text"));
    Reading reading = raw ? raw(line, article, evidence) : clean(line, article, evidence);
    pages.show(request, "article", Shown.line(line.title()), "now", reading);
  }

  public void compare(Context request) {
    List<String> picked = request.queryParams("pick");
    if (picked.size() != 2) throw new NotFoundResponse("pick two articles to compare");
    ArticleLine left = line(picked.get(0));
    ArticleLine right = line(picked.get(1));
    EnrichedArticle first = whole(left);
    EnrichedArticle second = whole(right);
    Pair pair =
        new Pair(
            left.story(),
            StoryScreen.item(left),
            StoryScreen.item(right),
            Difference.of(first.title(), second.title()),
            Difference.of(first.body(), second.body()));
    pages.show(request, "compare", "Compare", "now", pair);
  }

  public void grouping(Context request) {
    EnrichedArticle article = whole(line(request.pathParam("article")));
    String nearest = article.grouping().nearest();
    pages.piece(
        request,
        "grouping",
        new Grouped(
            String.format(Locale.ROOT, "%.2f", article.grouping().similarity()),
            nearest == null
                ? ""
                : view.article(nearest)
                    .map(ArticleLine::outlet)
                    .map(Shown::line)
                    .orElse("an article that is gone"),
            article.grouping().shared().stream().map(Shown::line).toList(),
            article.grouping().vetoes().stream().map(Shown::line).toList()));
  }

  private Reading clean(ArticleLine line, EnrichedArticle article, List<Evidence> evidence) {
    return new Reading(
        StoryScreen.item(line),
        line.story(),
        false,
        "",
        Marked.clean(article.title(), spans(evidence, Field.TITLE)),
        Marked.clean(article.body(), spans(evidence, Field.BODY)),
        cuts(article),
        facts(article));
  }

  private Reading raw(ArticleLine line, EnrichedArticle article, List<Evidence> evidence) {
    RawArticle raw =
        shelf.raw(article).orElseThrow(() -> new NotFoundResponse("its raw text is gone"));
    List<Span> spans =
        evidence.stream().map(one -> new Span(one.rawStart(), one.rawEnd())).toList();
    return new Reading(
        StoryScreen.item(line),
        line.story(),
        true,
        Shown.line(raw.path()) + ", " + Shown.line(raw.mediaType()) + ", " + charset(raw),
        List.of(),
        Marked.raw(raw.bytes(), charset(raw), article.cuts(), spans),
        cuts(article),
        facts(article));
  }

  private static Charset charset(RawArticle raw) {
    String name = raw.charsetDetected() == null ? raw.charsetDeclared() : raw.charsetDetected();
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static Map<String, Integer> cuts(EnrichedArticle article) {
    return article.cuts().stream()
        .collect(
            Collectors.toMap(
                Cut::rule, cut -> cut.rawEnd() - cut.rawStart(), Integer::sum, TreeMap::new));
  }

  private static String facts(EnrichedArticle article) {
    String keywords =
        article.keywords().stream()
            .limit(MOST_KEYWORDS)
            .map(each -> Shown.line(each.text()))
            .collect(Collectors.joining(", "));
    return "Language "
        + article.language()
        + ", tagging "
        + article.tagging()
        + ", "
        + Texts.counted(article.mentions().size(), "mention")
        + (keywords.isEmpty() ? "." : ". Keywords: " + keywords + ".");
  }

  private static List<Span> spans(List<Evidence> evidence, Field field) {
    return evidence.stream()
        .filter(one -> one.field() == field)
        .map(one -> new Span(one.start(), one.end()))
        .toList();
  }

  private List<Evidence> evidence(ArticleLine line) {
    return view.alerts(alert -> alert.alert().story().equals(line.story())).stream()
        .flatMap(alert -> shelf.alert(alert).map(Alert::evidence).orElse(List.of()).stream())
        .filter(one -> one.article().equals(line.id()))
        .toList();
  }

  private ArticleLine line(String id) {
    return view.article(id).orElseThrow(() -> new NotFoundResponse("no such article in 7 days"));
  }

  private EnrichedArticle whole(ArticleLine line) {
    return shelf.article(line).orElseThrow(() -> new NotFoundResponse("its text is gone"));
  }
}
