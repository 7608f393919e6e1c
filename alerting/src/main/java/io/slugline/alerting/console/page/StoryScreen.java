package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.Entry;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Alert;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything about one story: why it fired, who wrote of it, what was decided. */
public final class StoryScreen {
  private static final int MOST_LINES = 300;
  private static final Comparator<AlertLine> WORST =
      Comparator.comparing((AlertLine line) -> line.alert().severity())
          .reversed()
          .thenComparing(line -> line.alert().firedAt());

  private final View view;
  private final Shelf shelf;
  private final WhyItFired why;
  private final Pages pages;
  private final Clock clock;

  public StoryScreen(View view, Shelf shelf, Pages pages, Clock clock) {
    this.view = view;
    this.shelf = shelf;
    this.why = new WhyItFired(view, shelf);
    this.pages = pages;
    this.clock = clock;
  }

  public void show(Context request) {
    String id = request.pathParam("story");
    String surviving = view.surviving(id);
    if (!surviving.equals(id) && view.story(id).isEmpty()) {
      request.redirect("/story/" + surviving, HttpStatus.SEE_OTHER);
      return;
    }
    List<AlertLine> alerts = new ArrayList<>(view.alerts(line -> isOn(line, id)));
    List<ArticleLine> articles = view.story(id);
    if (alerts.isEmpty() && articles.isEmpty()) throw new NotFoundResponse("no such story");
    alerts.sort(WORST);
    StoryPage page =
        page(id, alerts, articles, Optional.ofNullable(request.queryParam("alert")).orElse(""));
    pages.show(request, "story", page.headline(), "now", page);
  }

  private StoryPage page(
      String id, List<AlertLine> alerts, List<ArticleLine> articles, String asked) {
    String chosen = chosen(alerts, asked);
    Set<String> outlets = new HashSet<>();
    articles.forEach(
        article -> outlets.add(article.source() == null ? article.id() : article.source()));
    return new StoryPage(
        id,
        Shown.line(alerts.isEmpty() ? articles.get(0).title() : alerts.get(0).alert().headline()),
        alerts.isEmpty() ? "" : Shown.line(alerts.get(0).alert().place()),
        articles.size(),
        outlets.size(),
        articles.isEmpty() ? null : articles.get(0).firstArrivedAt(),
        articles.isEmpty() ? null : articles.get(articles.size() - 1).firstArrivedAt(),
        Strip.of(articles, clock.instant()),
        chosen,
        alerts.stream().map(line -> card(line, chosen, Wakes.of(view, List.of(line)))).toList(),
        why.of(whole(alerts, chosen)),
        groups(articles),
        timeline(id, alerts));
  }

  /** The one that was asked for, or the worst one that fires. */
  private static String chosen(List<AlertLine> alerts, String asked) {
    if (alerts.stream().anyMatch(line -> line.alert().alert().equals(asked))) return asked;
    return alerts.stream()
        .filter(AlertLine::isFiring)
        .findFirst()
        .map(line -> line.alert().alert())
        .orElse("");
  }

  /** The chosen one's evidence first. */
  private List<Alert> whole(List<AlertLine> alerts, String chosen) {
    return alerts.stream()
        .sorted(Comparator.comparing(line -> !line.alert().alert().equals(chosen)))
        .map(line -> shelf.alert(line).orElse(line.alert()))
        .toList();
  }

  private static StoryPage.Card card(AlertLine line, String chosen, String wakes) {
    Alert alert = line.alert();
    Alert.Acknowledgement ack = alert.ack();
    return new StoryPage.Card(
        alert.alert(),
        alert.alert().equals(chosen),
        alert.severity().word(),
        Row.State.of(line),
        alert.watch(),
        Shown.line(alert.watchTitle()),
        Shown.line(alert.receiver()),
        alert.pages(),
        alert.change().word() + ": " + Shown.line(alert.reason()),
        ack == null ? "" : Shown.line(ack.by()),
        ack == null ? "" : Shown.line(ack.note()),
        ack == null ? null : ack.until(),
        wakes,
        line.isFiring(),
        alert.silence() != null);
  }

  private boolean isOn(AlertLine line, String story) {
    return line.alert().story().equals(story);
  }

  private static List<StoryPage.CopyGroup> groups(List<ArticleLine> articles) {
    Map<String, List<StoryPage.Item>> groups = new LinkedHashMap<>();
    for (ArticleLine article : articles) {
      groups.computeIfAbsent(article.copyGroup(), id -> new ArrayList<>()).add(item(article));
    }
    return groups.values().stream()
        .map(items -> new StoryPage.CopyGroup(items.get(0), items.subList(1, items.size())))
        .toList();
  }

  static StoryPage.Item item(ArticleLine article) {
    return new StoryPage.Item(
        article.id(),
        Shown.line(article.outlet()),
        Shown.line(article.title()),
        Shown.link(article.url()),
        article.language(),
        article.revision(),
        article.firstArrivedAt());
  }

  private List<StoryPage.Line> timeline(String story, List<AlertLine> alerts) {
    Set<String> ids = new HashSet<>();
    alerts.forEach(line -> ids.add(line.alert().alert()));
    return Timeline.folded(
        view.history(Instant.EPOCH, entry -> isAbout(entry, story, ids), MOST_LINES));
  }

  private boolean isAbout(Entry entry, String story, Set<String> alerts) {
    return (!entry.story().isEmpty() && view.surviving(entry.story()).equals(story))
        || entry.story().equals(story)
        || entry.alerts().stream().anyMatch(alerts::contains);
  }
}
