package io.slugline.alerting.console;

import io.slugline.alerting.console.topic.Orders;
import io.slugline.alerting.console.topic.Shelf;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.alerting.console.view.Place;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Watch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Topics in memory, and a stage that answers at once: what is ordered comes back to the view as the
 * record that the stage would write.
 */
final class Doubles implements Shelf, Orders {
  private static final Place NOWHERE = new Place(0, 0);

  final View view = new View();
  final List<Action> actions = new ArrayList<>();
  private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
  private final Map<String, EnrichedArticle> articles = new ConcurrentHashMap<>();

  void put(Alert alert) {
    alerts.put(alert.alert(), alert);
    view.take(alert, NOWHERE);
  }

  void put(EnrichedArticle article) {
    articles.put(article.id(), article);
    view.take(article, NOWHERE);
  }

  @Override
  public Optional<Alert> alert(AlertLine line) {
    return Optional.ofNullable(alerts.get(line.alert().alert()));
  }

  @Override
  public Optional<EnrichedArticle> article(ArticleLine line) {
    return Optional.ofNullable(articles.get(line.id()));
  }

  @Override
  public Optional<RawArticle> raw(EnrichedArticle article) {
    byte[] bytes =
        (article.title() + "\nSHARE THIS\n" + article.body()).getBytes(StandardCharsets.UTF_8);
    return Optional.of(
        new RawArticle(
            article.rawId(),
            bytes,
            "text/plain",
            null,
            "UTF-8",
            "inbox",
            "a.txt",
            article.arrivedAt(),
            false,
            Map.of()));
  }

  @Override
  public void write(Action action) {
    actions.add(action);
    view.take(action);
    if (action.kind() == Action.Kind.SPLIT) split(action);
    if (action.kind() == Action.Kind.MERGE) merge(action);
    for (Alert alert : List.copyOf(alerts.values())) {
      if (action.kind() == Action.Kind.ACKNOWLEDGE && isMeant(action, alert)) {
        Alert.Acknowledgement ack =
            new Alert.Acknowledgement(action.by(), action.note(), action.until());
        put(Facts.next(alert, Alert.Change.ACKNOWLEDGED, ack, alert.silence()));
      }
      if (action.kind() == Action.Kind.SILENCE && isMeant(action, alert)) {
        put(Facts.next(alert, Alert.Change.UPDATED, alert.ack(), action.id()));
      }
      if (action.kind() == Action.Kind.UNSILENCE && action.id().equals(alert.silence())) {
        put(Facts.next(alert, Alert.Change.UPDATED, alert.ack(), null));
      }
    }
  }

  private void split(Action order) {
    String from = Objects.requireNonNull(order.target().story());
    moved(StoryChange.Kind.SPLIT, order, from + "-split", from, order.articles());
  }

  private void merge(Action order) {
    String into = Objects.requireNonNull(order.target().story());
    String other = Objects.requireNonNull(order.target().otherStory());
    List<String> articles = view.story(other).stream().map(ArticleLine::id).toList();
    moved(StoryChange.Kind.MERGED, order, into, other, articles);
  }

  private void moved(
      StoryChange.Kind kind, Action order, String story, String other, List<String> articles) {
    view.take(
        new StoryChange(
            story,
            kind,
            List.of(other),
            articles,
            "ordered",
            order.by(),
            order.at(),
            "eng",
            99,
            null,
            null));
  }

  @Override
  public void write(Watch watch) {
    view.take(watch.id(), watch);
  }

  @Override
  public void removeWatch(String id) {
    view.take(id, (@Nullable Watch) null);
  }

  private static boolean isMeant(Action action, Alert alert) {
    Action.Target target = action.target();
    return same(target.alert(), alert.alert())
        && same(target.story(), alert.story())
        && same(target.watch(), alert.watch());
  }

  private static boolean same(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equals(actual);
  }
}
