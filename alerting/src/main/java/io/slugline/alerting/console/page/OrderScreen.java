package io.slugline.alerting.console.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.topic.Orders;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.Entry;
import io.slugline.alerting.console.view.View;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Action.Target;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledge, silence, split, merge, not relevant: each is written as a record, and shows when the
 * stages have answered it.
 */
public final class OrderScreen {
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
  private static final int LONGEST_NOTE = 300;
  private static final int MOST_HOURS = 24 * 7;
  private static final int MOST_PAGES = 10_000;
  private static final int MOST_LINES = 8;

  private final View view;
  private final Orders orders;
  private final OrderForms forms;
  private final Pages pages;
  private final Clock clock;

  public OrderScreen(View view, Orders orders, Pages pages, Clock clock) {
    this.view = view;
    this.orders = orders;
    this.forms = new OrderForms(view);
    this.pages = pages;
    this.clock = clock;
  }

  /** What a silence would have hidden. */
  public record Preview(int pages, int alerts, long firing, List<String> lines) {}

  /** The form of an order. */
  public void ask(Context request) {
    Gate.need(request, Role.OPERATOR);
    String order = request.pathParam("order");
    OrderForm form =
        switch (order) {
          case "acknowledge", "silence", "irrelevant" ->
              forms.alert(request, alert(request.queryParam("alert")), clock.instant());
          case "split" ->
              forms.story(request, story(request), forms.articles(request.queryParams("pick")));
          case "merge" -> forms.story(request, story(request), forms.otherStories(story(request)));
          default -> throw new NotFoundResponse("no order " + order);
        };
    if (form.dialog()) pages.part(request, order, form);
    else pages.wrapped(request, order, form);
  }

  public void preview(Context request) {
    AlertLine line = alert(request.queryParam("alert"));
    Action silence =
        action(
            request,
            Action.Kind.SILENCE,
            Scope.target(given(request.queryParam("scope")), line.alert()),
            null);
    pages.piece(request, "preview", preview(silence));
  }

  public void acknowledge(Context request) {
    Gate.need(request, Role.OPERATOR);
    Alert alert = alert(request.formParam("alert")).alert();
    boolean isGivenBack = request.formParam("give-back") != null;
    boolean all = !"alert".equals(request.formParam("scope"));
    Target target =
        new Target(
            all ? null : alert.alert(),
            null,
            all ? alert.story() : null,
            null,
            null,
            null,
            null,
            null);
    Action.Kind kind = isGivenBack ? Action.Kind.UNACKNOWLEDGE : Action.Kind.ACKNOWLEDGE;
    Action action = action(request, kind, target, isGivenBack ? null : until(request));
    orders.write(named("ack-" + (all ? alert.story() : alert.alert()), action));
    answer(request, () -> isChanged(alert));
  }

  public void silence(Context request) {
    Gate.need(request, Role.OPERATOR);
    Alert alert = alert(request.formParam("alert")).alert();
    Target target = Scope.target(given(request.formParam("scope")), alert);
    Instant until = until(request);
    if (until == null && target.story() == null) {
      throw new BadRequestResponse("only a silence of one story may last until that is over");
    }
    orders.write(action(request, Action.Kind.SILENCE, target, until));
    answer(request, () -> isChanged(alert));
  }

  public void unsilence(Context request) {
    Gate.need(request, Role.OPERATOR);
    Alert alert = alert(request.formParam("alert")).alert();
    Action end = action(request, Action.Kind.UNSILENCE, Target.none(), null);
    orders.write(named(given(request.formParam("id")), end));
    answer(request, () -> isChanged(alert));
  }

  public void irrelevant(Context request) {
    Gate.need(request, Role.OPERATOR);
    Alert alert = alert(request.formParam("alert")).alert();
    Target one =
        new Target(alert.alert(), alert.watch(), alert.story(), null, null, null, null, null);
    orders.write(action(request, Action.Kind.IRRELEVANT, one, null));
    orders.write(action(request, Action.Kind.SILENCE, Scope.target("", alert), null));
    answer(request, () -> isChanged(alert));
  }

  public void split(Context request) {
    Gate.need(request, Role.OPERATOR);
    List<String> picked = request.formParams("pick");
    String story = given(request.formParam("story"));
    if (picked.isEmpty()) throw new BadRequestResponse("pick the articles that are another story");
    Action split = action(request, Action.Kind.SPLIT, ofStory(story, null), null);
    orders.write(
        new Action(
            split.id(),
            split.kind(),
            split.at(),
            split.by(),
            split.target(),
            picked,
            null,
            split.note()));
    answer(request, () -> view.story(story).stream().noneMatch(line -> picked.contains(line.id())));
  }

  public void merge(Context request) {
    Gate.need(request, Role.OPERATOR);
    String story = given(request.formParam("story"));
    String other = given(request.formParam("other"));
    if (other.isEmpty()) throw new BadRequestResponse("choose the other story");
    orders.write(action(request, Action.Kind.MERGE, ofStory(story, other), null));
    answer(
        request,
        () -> !view.surviving(other).equals(other) || !view.surviving(story).equals(story));
  }

  Preview preview(Action silence) {
    Instant now = clock.instant();
    Silences one = new Silences();
    one.take(silence);
    Map<String, AlertLine> covered = new HashMap<>();
    view.alerts(line -> one.covering(line.alert(), now).isPresent())
        .forEach(line -> covered.put(line.alert().alert(), line));
    List<Entry> hidden =
        view.history(
            now.minus(View.SPAN),
            entry ->
                entry.kind() == Entry.Kind.DELIVERED
                    && entry.page()
                    && own(entry, covered).isPresent(),
            MOST_PAGES);
    long alerts = hidden.stream().flatMap(entry -> own(entry, covered).stream()).distinct().count();
    long firing = covered.values().stream().filter(AlertLine::isFiring).count();
    List<String> lines =
        hidden.stream().limit(MOST_LINES).map(entry -> line(entry, covered, now)).toList();
    return new Preview(hidden.size(), (int) alerts, firing, lines);
  }

  /** The alert that a page was for; it may have been told together with others on its story. */
  private static Optional<AlertLine> own(Entry page, Map<String, AlertLine> covered) {
    return page.alerts().stream()
        .flatMap(alert -> Optional.ofNullable(covered.get(alert)).stream())
        .filter(line -> line.alert().watch().equals(page.watch()))
        .findFirst();
  }

  private static String line(Entry page, Map<String, AlertLine> covered, Instant now) {
    String headline = own(page, covered).map(line -> line.alert().headline()).orElse("");
    return Times.at(page.at(), now) + " " + Shown.line(headline);
  }

  /** Shows the page again when the stages have answered, or after a while without. */
  private void answer(Context request, java.util.function.BooleanSupplier answered) {
    view.await(answered, ANSWERED_WITHIN);
    request.redirect(Returning.path(request.formParam("to")), HttpStatus.SEE_OTHER);
  }

  private boolean isChanged(Alert alert) {
    return view.alert(alert.alert())
        .map(line -> line.alert().version() > alert.version())
        .orElse(true);
  }

  private AlertLine alert(@Nullable String id) {
    return view.alert(given(id)).orElseThrow(() -> new NotFoundResponse("no such alert"));
  }

  private static String story(Context request) {
    return given(request.queryParam("story"));
  }

  private Action action(Context request, Action.Kind kind, Target target, @Nullable Instant until) {
    String note = given(request.formParam("note")).strip();
    if (note.length() > LONGEST_NOTE) note = note.substring(0, LONGEST_NOTE);
    return new Action(
        "console-" + UUID.randomUUID(),
        kind,
        clock.instant(),
        Pages.session(request).person().name(),
        target,
        List.of(),
        until,
        note.isEmpty() ? null : note);
  }

  private static Action named(String id, Action action) {
    return new Action(
        id,
        action.kind(),
        action.at(),
        action.by(),
        action.target(),
        action.articles(),
        action.until(),
        action.note());
  }

  private static Target ofStory(String story, @Nullable String other) {
    return new Target(null, null, story, other, null, null, null, null);
  }

  /** Null for no end of its own. */
  private @Nullable Instant until(Context request) {
    int hours = request.formParamAsClass("hours", Integer.class).getOrDefault(4);
    if (hours < 0 || hours > MOST_HOURS) throw new BadRequestResponse("from 0 to 168 hours");
    return hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours));
  }

  private static String given(@Nullable String value) {
    return Optional.ofNullable(value).orElse("");
  }
}
