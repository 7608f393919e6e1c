package io.slugline.alerting.console.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.topic.Orders;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.Texts;
import io.slugline.alerting.console.view.View;
import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.Problem;
import io.slugline.alerting.watch.Succession;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The watches: their texts, what is wrong with them, and what they would have done. */
public final class WatchScreen {
  private static final int MOST_NAMES = 2000;
  private static final Duration IN_FORCE_WITHIN = Duration.ofSeconds(2);
  private static final int MOST_DAYS = 90;

  private final View view;
  private final Orders orders;
  private final Pages pages;
  private final Outside outside;
  private final Clock clock;

  public WatchScreen(View view, Orders orders, Pages pages, Outside outside, Clock clock) {
    this.view = view;
    this.orders = orders;
    this.pages = pages;
    this.outside = outside;
    this.clock = clock;
  }

  /**
   * A watch in the list, with the alerts and pages that it had in seven days.
   *
   * @param cost its share of what all watches cost, in percent
   */
  public record Line(
      Watch watch, String title, int alerts, int pages, int irrelevant, String cost) {}

  /** One watch to read or write; its form has the version that it was written from. */
  public record Sheet(
      String id,
      String title,
      String text,
      int version,
      List<Watch> versions,
      Checked checked,
      boolean canBacktest,
      Watch.@Nullable Promotion shadow) {}

  /** What is to be said of a text. */
  public record Checked(List<Problem> problems, List<Example> examples, String unavailable) {

    public boolean isGood() {
      return problems.stream().noneMatch(Problem::isError);
    }
  }

  /** One example, and whether the watch does as it says. */
  public record Example(String text, boolean mustHit, boolean hits) {

    public boolean isGood() {
      return mustHit == hits;
    }
  }

  /**
   * What a watch would have paged, day by day; days before the first article are empty.
   *
   * @param from the day of the first article; null when there is none
   */
  public record Chart(
      int days, List<Outside.Day> bars, int pages, int most, @Nullable LocalDate from) {
    private static final int HIGHEST = 96;

    /** Of a bar, in hundredths. */
    public int height(int bar) {
      return most == 0 ? 0 : HIGHEST * bars.get(bar).pages() / most;
    }
  }

  public void list(Context request) {
    Map<String, Long> costs = outside.watchCosts().get();
    pages.show(
        request,
        "watches",
        "Watches",
        "watches",
        view.watches().stream().map(watch -> line(watch, share(watch, costs))).toList());
  }

  public void create(Context request) {
    Sheet sheet =
        new Sheet("", "New watch", Watching.NEW, 0, List.of(), check(Watching.NEW), false, null);
    pages.show(request, "watch", "New watch", "watches", sheet);
  }

  public void show(Context request) {
    String id = request.pathParam("watch");
    List<Watch> versions = new ArrayList<>(view.versions(id));
    if (versions.isEmpty()) throw new NotFoundResponse("no watch " + id);
    Collections.reverse(versions);
    Watch latest = versions.get(0);
    String text = Watching.text(latest);
    Sheet sheet =
        new Sheet(
            id,
            Shown.line(latest.title()),
            text,
            latest.version(),
            versions,
            check(text),
            outside.backtest() != null,
            latest.state() == WatchState.SHADOW ? asShadow(latest) : null);
    pages.show(request, "watch", sheet.title(), "watches", sheet);
  }

  public void lint(Context request) {
    pages.piece(request, "lint", check(text(request)));
  }

  public void backtest(Context request) {
    Gate.need(request, Role.EDITOR);
    Outside.Backtest backtest = outside.backtest();
    int days = request.formParamAsClass("days", Integer.class).getOrDefault(7);
    Watch watch =
        Watching.read(text(request), "", Instant.EPOCH)
            .orElseThrow(
                () -> new BadRequestResponse("the text is not one watch that can be read"));
    if (backtest == null) throw new NotFoundResponse("back-tests are not available here");
    pages.piece(request, "chart", chart(backtest, watch, days));
  }

  /** Puts the text in force, unless someone else was quicker. */
  public void save(Context request) {
    Gate.need(request, Role.EDITOR);
    String author = Pages.session(request).person().name();
    Watch written =
        Watching.read(text(request), author, clock.instant())
            .orElseThrow(
                () -> new BadRequestResponse("the text is not one watch that can be read"));
    int from = request.formParamAsClass("version", Integer.class).getOrDefault(0);
    List<Watch> known = view.versions(written.id());
    Watch latest = known.isEmpty() ? null : known.get(known.size() - 1);
    int version = latest == null ? 0 : latest.version();
    if (from != version) {
      throw new BadRequestResponse(
          "version " + version + " was written meanwhile: reload, and write on from that");
    }
    needExamples(written, text(request));
    orders.write(outside.entityNames().apply(Succession.next(latest, written, this::asShadow)));
    view.await(() -> view.versions(written.id()).size() > known.size(), IN_FORCE_WITHIN);
    request.redirect("/watches/" + written.id(), HttpStatus.SEE_OTHER);
  }

  /** A live watch does as its examples say, wherever that can be found out. */
  private void needExamples(Watch written, String text) {
    if (written.state() != WatchState.LIVE) return;
    check(text).examples().stream()
        .filter(example -> !example.isGood())
        .findFirst()
        .ifPresent(
            failed -> {
              throw new BadRequestResponse(
                  "a live watch must do as its examples say; it "
                      + (failed.mustHit() ? "misses: " : "hits: ")
                      + failed.text());
            });
  }

  public void remove(Context request) {
    Gate.need(request, Role.EDITOR);
    String id = request.pathParam("watch");
    orders.removeWatch(id);
    view.await(() -> view.versions(id).isEmpty(), IN_FORCE_WITHIN);
    request.redirect("/watches", HttpStatus.SEE_OTHER);
  }

  /** One at a time, since each reads whole topics. */
  private synchronized Chart chart(Outside.Backtest backtest, Watch watch, int asked) {
    int days = Math.min(MOST_DAYS, Math.max(1, asked));
    TreeMap<LocalDate, Outside.Day> known = new TreeMap<>();
    backtest.run(watch, days).forEach(day -> known.put(day.day(), day));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate last = known.isEmpty() ? today : known.lastKey();
    List<Outside.Day> bars = new ArrayList<>();
    for (int ago = days - 1; ago >= 0; ago--) {
      LocalDate day = last.minusDays(ago);
      bars.add(known.getOrDefault(day, new Outside.Day(day, 0, 0)));
    }
    return new Chart(
        days,
        bars,
        bars.stream().mapToInt(Outside.Day::pages).sum(),
        bars.stream().mapToInt(Outside.Day::pages).max().orElse(0),
        known.isEmpty() ? null : known.firstKey());
  }

  /** What the entity terms of a version stood for when it was written, a line for each. */
  public static List<String> entityNames(Watch version) {
    Watch.Entities entities = version.entities();
    if (entities == null) return List.of();
    return entities.names().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> "entity:" + it.getKey() + " is " + String.join(", ", it.getValue()))
        .map(it -> Shown.harmless(Texts.atMost(MOST_NAMES, it)))
        .toList();
  }

  private static String share(Watch watch, Map<String, Long> costs) {
    double all = costs.values().stream().mapToLong(Long::longValue).sum();
    return "%.1f %%".formatted(100 * costs.getOrDefault(watch.id(), 0L) / Math.max(1, all));
  }

  private Line line(Watch watch, String cost) {
    List<AlertLine> alerts = view.alerts(line -> line.alert().watch().equals(watch.id()));
    return new Line(
        watch,
        Shown.line(watch.title()),
        alerts.size(),
        alerts.stream().mapToInt(line -> line.alert().pages()).sum(),
        irrelevant(watch.id(), Instant.EPOCH),
        cost);
  }

  /** What the view tells of its time as a shadow; it looks back no further than it remembers. */
  private Watch.Promotion asShadow(Watch shadow) {
    Instant remembered = clock.instant().minus(View.SPAN);
    Instant since =
        shadow.effectiveFrom().isAfter(remembered) ? shadow.effectiveFrom() : remembered;
    int alerts =
        view.alerts(line -> line.isShadowOf(shadow.id()) && !line.alert().firedAt().isBefore(since))
            .size();
    return new Watch.Promotion(since, alerts, irrelevant(shadow.id(), since));
  }

  private int irrelevant(String watch, Instant since) {
    return view.history(
            since,
            entry -> entry.watch().equals(watch) && entry.words().startsWith("irrelevant"),
            1000)
        .size();
  }

  private Checked check(String text) {
    List<Problem> problems = Watching.lint(text, outside.entities());
    Optional<Watch> watch = Watching.read(text, "", Instant.EPOCH);
    if (watch.isEmpty()) return new Checked(problems, List.of(), "");
    Outside.Reader reader = outside.reader();
    if (reader == null)
      return new Checked(
          problems, List.of(), "Examples cannot be run here: enrich is another process.");
    List<Example> examples = new ArrayList<>();
    watch
        .get()
        .examples()
        .mustHit()
        .forEach(each -> examples.add(example(watch.get(), reader, each, true)));
    watch
        .get()
        .examples()
        .mustMiss()
        .forEach(each -> examples.add(example(watch.get(), reader, each, false)));
    return new Checked(problems, examples, "");
  }

  private static Example example(Watch watch, Outside.Reader reader, String text, boolean mustHit) {
    Optional<EnrichedArticle> article = reader.read(text);
    boolean hits = article.isPresent() && Monitor.explain(watch, article.get()).matched();
    return new Example(Shown.line(text), mustHit, hits);
  }

  private static String text(Context request) {
    String text = Optional.ofNullable(request.formParam("text")).orElse("");
    if (text.length() > Watching.LONGEST)
      throw new BadRequestResponse("a watch of more than 200,000 characters");
    return text.replace("\r\n", "\n");
  }
}
