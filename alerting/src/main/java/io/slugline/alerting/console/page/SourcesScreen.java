package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.slugline.alerting.console.view.Account;
import io.slugline.alerting.console.view.SourceLine;
import io.slugline.alerting.console.view.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What each source sends, against its own rhythm; and the account of the files. */
public final class SourcesScreen {
  private final View view;
  private final Pages pages;
  private final Clock clock;

  public SourcesScreen(View view, Pages pages, Clock clock) {
    this.view = view;
    this.pages = pages;
    this.clock = clock;
  }

  /** The screen; the total is the sum of the lines. */
  public record Page(List<Line> lines, Line total, Account.Sums account) {}

  /** One source. */
  public record Line(
      String source,
      boolean silent,
      Instant last,
      String rhythm,
      int articles,
      int revisions,
      int copies,
      String cut) {}

  public void show(Context request) {
    Instant now = clock.instant();
    List<SourceLine> sources = view.sources(now);
    Set<String> silent = new HashSet<>();
    view.alerts(NowQuery.Show.SOURCES::shows)
        .forEach(line -> silent.addAll(line.alert().sources()));
    List<Line> lines =
        sources.stream()
            .sorted(Comparator.comparing((SourceLine source) -> !silent.contains(source.source())))
            .map(source -> line(source, silent.contains(source.source())))
            .toList();
    pages.show(
        request, "sources", "Sources", "sources", new Page(lines, total(sources), view.account()));
  }

  private static Line line(SourceLine source, boolean isSilent) {
    return new Line(
        Shown.line(source.source()),
        isSilent,
        source.last(),
        rhythm(source),
        source.articles(),
        source.revisions(),
        source.copies(),
        percent(source.cutShare()));
  }

  private static String rhythm(SourceLine source) {
    return source.longest().isZero()
        ? "not learned yet"
        : "every " + Times.in(source.usual()) + ", longest gap " + Times.in(source.longest());
  }

  private static Line total(List<SourceLine> sources) {
    SourceLine sum =
        new SourceLine(
            "All",
            sources.stream().mapToInt(SourceLine::articles).sum(),
            sources.stream().mapToInt(SourceLine::revisions).sum(),
            sources.stream().mapToInt(SourceLine::copies).sum(),
            sources.stream().mapToLong(SourceLine::clean).sum(),
            sources.stream().mapToLong(SourceLine::cut).sum(),
            Instant.EPOCH,
            Duration.ZERO,
            Duration.ZERO);
    return line(sum, false);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
