package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.View;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the forms of the orders with what they are about. */
final class OrderForms {
  private static final int MOST_STORIES = 200;

  private final View view;

  OrderForms(View view) {
    this.view = view;
  }

  /** About an alert. */
  OrderForm alert(Context request, AlertLine line, Instant now) {
    Alert alert = line.alert();
    return form(
        request,
        alert.alert(),
        alert.story(),
        Shown.line(alert.headline()),
        Shown.line(alert.watchTitle()),
        alert.ack() == null ? "" : Shown.line(alert.ack().by()),
        List.of(Scope.choices(line), inForce(alert, now)));
  }

  /** About a story, and something to choose. */
  OrderForm story(Context request, String story, List<OrderForm.Choice> choices) {
    String subject = view.story(story).stream().findFirst().map(ArticleLine::title).orElse(story);
    return form(request, "", story, Shown.line(subject), "", "", List.of(choices, List.of()));
  }

  List<OrderForm.Choice> articles(List<String> ids) {
    return ids.stream()
        .map(id -> view.article(id).orElseThrow(() -> new NotFoundResponse("no article " + id)))
        .map(
            line ->
                new OrderForm.Choice(
                    line.id(), Shown.line(line.outlet() + ": " + line.title()), true))
        .toList();
  }

  /** Other stories of these days, those with alerts first, by their headlines. */
  List<OrderForm.Choice> otherStories(String story) {
    Map<String, String> stories = new LinkedHashMap<>();
    view.alerts(AlertLine::isFiring).stream()
        .sorted(Comparator.comparing((AlertLine line) -> line.alert().changedAt()).reversed())
        .forEach(line -> stories.putIfAbsent(line.alert().story(), line.alert().headline()));
    stories.remove(story);
    List<OrderForm.Choice> choices = new ArrayList<>();
    stories.forEach((id, title) -> choices.add(new OrderForm.Choice(id, Shown.line(title), false)));
    return choices.subList(0, Math.min(MOST_STORIES, choices.size()));
  }

  private List<OrderForm.Choice> inForce(Alert alert, Instant now) {
    List<OrderForm.Choice> choices = new ArrayList<>();
    for (Action silence : view.silences(now)) {
      Silences one = new Silences();
      one.take(silence);
      if (one.covering(alert, now).isEmpty()) continue;
      choices.add(new OrderForm.Choice(silence.id(), words(silence, now), false));
    }
    return choices;
  }

  static String words(Action silence, Instant now) {
    String until = silence.until() == null ? "" : " until " + Times.at(silence.until(), now);
    String note = silence.note() == null ? "" : ": " + silence.note();
    return Shown.line("by " + silence.by() + until + note);
  }

  private OrderForm form(
      Context request,
      String alert,
      String story,
      String subject,
      String watchTitle,
      String owner,
      List<List<OrderForm.Choice>> choices) {
    List<AlertLine> onStory =
        view.alerts(line -> line.isFiring() && line.alert().story().equals(story));
    return new OrderForm(
        Pages.session(request).token(),
        request.header("HX-Request") != null,
        Returning.path(Optional.ofNullable(request.queryParam("to")).orElse("/story/" + story)),
        alert,
        story,
        subject,
        watchTitle,
        owner,
        onStory.size(),
        Wakes.of(view, onStory),
        choices.get(0),
        choices.get(1));
  }
}
