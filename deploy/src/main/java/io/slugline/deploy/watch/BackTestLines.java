package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.backtest.BackTestResult;
import io.slugline.alerting.backtest.BackTestResult.Day;
import io.slugline.alerting.backtest.BackTestResult.Page;
import io.slugline.alerting.backtest.BackTestResult.WatchPages;
import io.slugline.contract.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A back-test's result as it is printed. */
final class BackTestLines {
  private static final int SHOWN = 3;
  private static final int MOST_UNITS = 120;
  private final BackTestResult result;

  BackTestLines(BackTestResult result) {
    this.result = result;
  }

  /** One line for each watch and day. */
  Stream<String> json() {
    return result.watches().stream()
        .flatMap(watch -> watch.days().stream().map(day -> line(watch, day).toString()));
  }

  Stream<String> text() {
    return result.watches().stream().flatMap(BackTestLines::text);
  }

  private static ObjectNode line(WatchPages watch, Day day) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("watch", watch.watch());
    line.put("day", day.day().toString());
    line.put("pages", day.pages());
    line.set("stories", Json.mapper().valueToTree(day.stories()));
    line.put("silenced", day.silenced());
    line.put("inForce", day.inForce());
    return line;
  }

  private static Stream<String> text(WatchPages watch) {
    return Stream.of(
            Stream.of(heading(watch)),
            watch.days().stream().filter(day -> day.pages() > 0).map(BackTestLines::dayLine),
            some("for example", watch.samples()),
            some("new, the version in force does not page", watch.gained()),
            some("lost, only the version in force pages", watch.lost()))
        .flatMap(lines -> lines);
  }

  private static String heading(WatchPages watch) {
    List<Integer> before =
        watch.days().stream().map(Day::inForce).filter(Objects::nonNull).toList();
    String now =
        before.isEmpty()
            ? "none in force"
            : "in force: " + before.stream().mapToInt(Integer::intValue).sum();
    int silenced = watch.days().stream().mapToInt(Day::silenced).sum();
    return "%s: %d pages in %d days (%s)%s"
        .formatted(
            watch.watch(),
            watch.pages(),
            watch.days().size(),
            now,
            silenced > 0 ? ", " + silenced + " more silenced" : "");
  }

  private static String dayLine(Day day) {
    return "  %s %5d %s".formatted(day.day(), day.pages(), "#".repeat(Math.min(60, day.pages())));
  }

  private static Stream<String> some(String title, List<Page> pages) {
    if (pages.isEmpty()) return Stream.empty();
    return Stream.concat(
        Stream.of("  " + title + ":"),
        pages.subList(Math.max(0, pages.size() - SHOWN), pages.size()).stream()
            .map(BackTestLines::sample));
  }

  private static String sample(Page page) {
    return "    %s %s%n      %s: \"%s\""
        .formatted(page.at(), page.headline(), shortened(page.clause()), shortened(page.quote()));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > MOST_UNITS ? line.substring(0, MOST_UNITS) + "..." : line;
  }
}
