package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.View;
import io.slugline.alerting.watch.Explanation;
import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.WatchSyntaxException;
import io.slugline.alerting.watch.index.Verdict;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Span;
import io.slugline.contract.Watch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why each watch matches a text, or the first clause or gate that keeps it from paging. */
public final class ExplainScreen {
  private final View view;
  private final Shelf shelf;
  private final Pages pages;
  private final Outside outside;
  private final FirstGate gate;

  public ExplainScreen(View view, Shelf shelf, Pages pages, Outside outside, Clock clock) {
    this.view = view;
    this.shelf = shelf;
    this.pages = pages;
    this.outside = outside;
    this.gate = new FirstGate(view, clock);
  }

  /**
   * The screen.
   *
   * @param problem why there is no answer; empty when there is one, or nothing was asked
   */
  public record Page(
      String text,
      String article,
      boolean reads,
      String problem,
      String title,
      List<Answer> answers) {}

  /**
   * What became of one watch.
   *
   * @param clause the first clause that failed, or those that matched
   * @param gate what would withhold the page although it matches; empty when nothing would
   */
  public record Answer(
      String watch,
      String watchTitle,
      boolean matched,
      String clause,
      String note,
      String gate,
      List<Piece> quote,
      List<Node> tree) {}

  /** A clause in the tree of the query. */
  public record Node(String outcome, String sign, String clause, String note, List<Node> parts) {}

  public void show(Context request) {
    String article = Optional.ofNullable(request.queryParam("article")).orElse("").strip();
    if (article.isEmpty()) {
      answer(request, "", "", "", Optional.empty());
      return;
    }
    Optional<EnrichedArticle> found = view.article(article).flatMap(shelf::article);
    String problem = found.isEmpty() ? "There is no article with this id in the last 7 days." : "";
    answer(request, "", article, problem, found);
  }

  public void explain(Context request) {
    String text = Optional.ofNullable(request.formParam("text")).orElse("");
    Outside.Reader reader = outside.reader();
    if (reader == null) {
      answer(
          request,
          text,
          "",
          "Texts cannot be read here: enrich is another process. Ask by an article's id.",
          Optional.empty());
      return;
    }
    Optional<EnrichedArticle> read = reader.read(text);
    answer(request, text, "", read.isEmpty() ? "There is no text in it." : "", read);
  }

  private void answer(
      Context request, String text, String id, String problem, Optional<EnrichedArticle> article) {
    List<Answer> answers = new ArrayList<>();
    for (Watch watch : view.watches()) article.ifPresent(each -> answers.add(answer(watch, each)));
    answers.sort(Comparator.comparing(answer -> !answer.matched()));
    String title = article.map(each -> Shown.line(each.title())).orElse("");
    Page page = new Page(text, id, outside.reader() != null, problem, title, answers);
    pages.show(request, "explain", "Explain", "explain", page);
  }

  private Answer answer(Watch watch, EnrichedArticle article) {
    try {
      Explanation explanation = Monitor.explain(watch, article);
      Verdict failed = explanation.failed();
      Evidence first =
          explanation.matched() && !explanation.evidence().isEmpty()
              ? explanation.evidence().get(0)
              : null;
      return new Answer(
          watch.id(),
          Shown.line(watch.title()),
          explanation.matched(),
          Shown.line(failed == null ? first == null ? "" : first.clause() : failed.clause()),
          Shown.line(failed == null ? "" : failed.note()),
          explanation.matched() ? gate.of(watch, article, explanation.evidence()) : "",
          first == null ? List.of() : quote(first, article),
          List.of(node(explanation.tree())));
    } catch (WatchSyntaxException e) {
      return new Answer(
          watch.id(),
          Shown.line(watch.title()),
          false,
          "",
          Shown.line(e.getMessage()),
          "",
          List.of(),
          List.of());
    }
  }

  private static List<Piece> quote(Evidence evidence, EnrichedArticle article) {
    String text = article.text(evidence.field());
    int start = Math.max(0, text.lastIndexOf('\n', evidence.start()) + 1);
    start = Math.max(start, evidence.start() - 200);
    int end = Math.min(text.length(), evidence.end() + 200);
    Span moved = new Span(evidence.start() - start, evidence.end() - start);
    return Marked.clean(text.substring(start, end), List.of(moved));
  }

  private static Node node(Verdict verdict) {
    return new Node(
        switch (verdict.outcome()) {
          case TRUE -> "true";
          case FALSE -> "false";
          case NOT_REACHED -> "skipped";
        },
        switch (verdict.outcome()) {
          case TRUE -> "✓";
          case FALSE -> "✗";
          case NOT_REACHED -> "·";
        },
        Shown.line(verdict.clause()),
        Shown.line(verdict.note()),
        verdict.parts().stream().map(ExplainScreen::node).toList());
  }
}
