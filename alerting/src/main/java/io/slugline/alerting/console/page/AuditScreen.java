package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.Entry;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened and who did it; and what to hand over at the end of a shift. */
public final class AuditScreen {
  private static final int MOST_LINES = 500;
  private static final int ALL = 100_000;

  private final View view;
  private final Pages pages;
  private final Clock clock;

  public AuditScreen(View view, Pages pages, Clock clock) {
    this.view = view;
    this.pages = pages;
    this.clock = clock;
  }

  /** What is asked for; it stands in the address. */
  public record Query(
      int hours, String kind, boolean pages, String who, String watch, String words) {

    boolean fits(Entry entry) {
      return (kind.isEmpty() || kind.equals(entry.kind().word()))
          && (!pages || entry.page())
          && (who.isEmpty() || entry.who().equalsIgnoreCase(who))
          && (watch.isEmpty() || entry.watch().equals(watch))
          && (words.isEmpty()
              || (entry.words() + " " + entry.story() + " " + entry.alerts())
                  .toLowerCase(Locale.ROOT)
                  .contains(words.toLowerCase(Locale.ROOT)));
    }
  }

  /** A line, with what it is about. */
  public record Happened(StoryPage.Line line, String watch, String story, String headline) {

    boolean isSameAs(Happened other) {
      return story.equals(other.story) && Timeline.isSame(line, other.line);
    }
  }

  /** What a shift hands over. */
  public record Shift(
      int opened,
      int pages,
      int withheld,
      int failed,
      int orders,
      long resolved,
      List<Row> open,
      List<Row> taken) {}

  /** The screen. */
  public record Page(
      Query query, List<Happened> rows, boolean more, Shift shift, Entry.Kind[] kinds) {}

  public void show(Context request) {
    Query query =
        new Query(
            request.queryParamAsClass("hours", Integer.class).getOrDefault(12),
            text(request, "kind"),
            !text(request, "pages").isEmpty(),
            text(request, "who"),
            text(request, "watch"),
            text(request, "q"));
    Instant since = clock.instant().minus(Duration.ofHours(Math.max(1, query.hours())));
    List<Entry> entries = view.history(since, query::fits, MOST_LINES);
    boolean more = entries.size() == MOST_LINES;
    Page page = new Page(query, folded(entries), more, shift(since), Entry.Kind.values());
    pages.show(request, "audit", "Audit", "audit", page);
  }

  private Shift shift(Instant since) {
    List<Entry> all = view.history(since, entry -> true, ALL);
    List<AlertLine> live = view.alerts(line -> !line.alert().shadow());
    return new Shift(
        (int) live.stream().filter(line -> !line.alert().firedAt().isBefore(since)).count(),
        count(all, Entry.Kind.DELIVERED),
        count(all, Entry.Kind.WITHHELD),
        (int) all.stream().filter(entry -> entry.kind() == Entry.Kind.FAILED).count(),
        (int) all.stream().filter(entry -> entry.kind() == Entry.Kind.ACTION).count(),
        live.stream()
            .filter(line -> !line.isFiring() && !line.alert().changedAt().isBefore(since))
            .count(),
        rows(live.stream().filter(AlertLine::isOpen).toList()),
        rows(live.stream().filter(line -> line.isFiring() && line.alert().ack() != null).toList()));
  }

  private static int count(List<Entry> entries, Entry.Kind kind) {
    return (int) entries.stream().filter(entry -> entry.kind() == kind && entry.page()).count();
  }

  private static List<Row> rows(List<AlertLine> lines) {
    return lines.stream()
        .sorted(Row.ORDER)
        .limit(50)
        .map(line -> Row.of(line, true, new Strip("", "")))
        .toList();
  }

  /** What happened several times in a moment stands in one line. */
  private List<Happened> folded(List<Entry> entries) {
    List<Happened> rows = new ArrayList<>();
    for (Entry entry : entries) {
      Happened row = row(entry);
      int same = Timeline.indexOf(rows, Happened::line, row::isSameAs, entry.at());
      if (same < 0) {
        rows.add(row);
        continue;
      }
      StoryPage.Line again = Timeline.again(rows.get(same).line());
      rows.set(same, new Happened(again, row.watch(), row.story(), row.headline()));
    }
    return rows;
  }

  private Happened row(Entry entry) {
    StoryPage.Line line = Timeline.line(entry);
    // A silent source has neither a watch nor a story that could be looked at.
    if (entry.watch().equals(Alert.SILENT_SOURCE)) return new Happened(line, "", "", "");
    return new Happened(line, Shown.line(entry.watch()), entry.story(), headline(entry));
  }

  private String headline(Entry entry) {
    return entry.alerts().stream()
        .flatMap(alert -> view.alert(alert).stream())
        .map(alert -> Shown.line(alert.alert().headline()))
        .findFirst()
        .orElse("story");
  }

  private static String text(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).orElse("").strip();
  }
}
