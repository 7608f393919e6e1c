package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.Entry;
import io.slugline.alerting.console.view.SourceLine;
import io.slugline.alerting.console.view.Texts;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What fires now: one row for each story and watch. */
public final class NowScreen {
  private static final int ROWS = 100;
  private static final int MOST_WITHHELD = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  private final View view;
  private final Pages pages;
  private final Outside outside;
  private final Clock clock;
  private final String boot;

  /**
   * @param boot tells this process from the one before, whose marks mean nothing here
   */
  public NowScreen(View view, Pages pages, Outside outside, Clock clock, String boot) {
    this.view = view;
    this.pages = pages;
    this.outside = outside;
    this.clock = clock;
    this.boot = boot;
  }

  public void show(Context request) {
    pages.show(request, "now", "Now", "now", page(NowQuery.of(request)));
  }

  /** The rows behind the first ones, as a piece. */
  public void more(Context request) {
    NowQuery query = NowQuery.of(request);
    int from = request.queryParamAsClass("from", Integer.class).getOrDefault(0);
    List<AlertLine> lines = sorted(query);
    int start = Math.min(Math.max(0, from), lines.size());
    List<Row> rows = rows(lines.subList(start, Math.min(start + ROWS, lines.size())), query);
    pages.piece(request, "rows", new More(rows, more(query, start + ROWS, lines.size())));
  }

  /** Rows, and the path of those behind them. */
  public record More(List<Row> rows, String more) {}

  NowPage page(NowQuery query) {
    String mark = mark(view.changes());
    List<AlertLine> lines = sorted(query);
    return new NowPage(
        query,
        tabs(query),
        rows(lines.subList(0, Math.min(ROWS, lines.size())), query),
        lines.size(),
        more(query, ROWS, lines.size()),
        mark,
        watches(query),
        quiet(),
        footer());
  }

  /** The state of the view, for a browser to say from where it goes on. */
  String mark(long changes) {
    return boot + "-" + changes;
  }

  Row row(AlertLine line, NowQuery query) {
    Strip strip = Strip.of(articles(line), clock.instant());
    return Row.of(line, query.fits(line), strip);
  }

  private List<ArticleLine> articles(AlertLine line) {
    return line.isOfSource()
        ? view.ofSource(line.alert().sources().get(0))
        : view.story(line.alert().story());
  }

  List<NowPage.Tab> tabs(NowQuery query) {
    List<AlertLine> narrowed = view.alerts(query::isNarrowedTo);
    return Arrays.stream(NowQuery.Show.values())
        .map(
            show ->
                new NowPage.Tab(
                    show.title(),
                    (int) narrowed.stream().filter(show::shows).count(),
                    "/" + query.showing(show).query(),
                    show == query.show()))
        .toList();
  }

  NowPage.Footer footer() {
    Instant now = clock.instant();
    int withheld =
        view.history(
                now.minus(DAY),
                entry -> entry.kind() == Entry.Kind.WITHHELD && entry.page(),
                MOST_WITHHELD)
            .size();
    return new NowPage.Footer(
        withheld,
        view.alerts(NowQuery.Show.SILENCED::shows).size(),
        view.alerts(NowQuery.Show.SHADOW::shows).size(),
        silent(),
        lag(),
        view.latestArticle().orElse(null),
        now);
  }

  private List<String> silent() {
    return view.alerts(NowQuery.Show.SOURCES::shows).stream()
        .flatMap(line -> line.alert().sources().stream())
        .map(Shown::line)
        .distinct()
        .sorted()
        .toList();
  }

  private String lag() {
    Outside.Lag lag = outside.lag();
    if (lag == null) return "not available here";
    return lag.records().isEmpty()
        ? "not known yet"
        : Texts.counted(lag.records().getAsLong(), "record");
  }

  private List<AlertLine> sorted(NowQuery query) {
    List<AlertLine> lines = new ArrayList<>(view.alerts(query::fits));
    lines.sort(Row.ORDER);
    return lines;
  }

  private List<Row> rows(List<AlertLine> lines, NowQuery query) {
    return lines.stream().map(line -> row(line, query)).toList();
  }

  private static String more(NowQuery query, int from, int all) {
    if (from >= all) return "";
    String path = "/rows" + query.query();
    return path + (path.contains("?") ? "&" : "?") + "from=" + from;
  }

  private List<NowPage.Choice> watches(NowQuery query) {
    return view.watches().stream()
        .filter(watch -> watch.state() != WatchState.DRAFT)
        .map(watch -> choice(watch, query))
        .toList();
  }

  private static NowPage.Choice choice(Watch watch, NowQuery query) {
    return new NowPage.Choice(
        watch.id(), Shown.line(watch.title()), watch.id().equals(query.watch()));
  }

  private NowPage.Quiet quiet() {
    Instant now = clock.instant();
    Instant hourAgo = now.minus(Duration.ofHours(1));
    List<SourceLine> sources = view.sources(now);
    return new NowPage.Quiet(
        !view.isCaughtUp(),
        view.latestArticle().orElse(null),
        view.arrivedSince(hourAgo),
        sources.size(),
        (int) view.watches().stream().filter(watch -> watch.state() == WatchState.LIVE).count());
  }
}
