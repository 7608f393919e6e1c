package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an article does to the alerts of its story. */
final class Matching {
  private static final int MAX_ARTICLES = 50;

  private final StoryBook book;

  Matching(StoryBook book) {
    this.book = book;
  }

  /** The alert's fingerprint: the same for the same watch and story, in every replay. */
  static String fingerprint(String watch, String story) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest((watch + "\n" + story).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * @param surges of watches that begin with this article, in words
   */
  StoryAlerts apply(StoryAlerts story, Touch touch, Map<String, String> surges, Telling telling) {
    StoryAlerts now = story;
    for (AlertState alert : story.alerts()) {
      Optional<Matched> matched =
          touch.matches().stream()
              .filter(one -> one.watch().id().equals(alert.watch().id()))
              .findFirst();
      now =
          matched.isPresent()
              ? matchedAgain(now, alert, touch, matched.get(), surges, telling)
              : notMatched(now, alert, touch, telling);
    }
    for (Matched matched : touch.matches()) {
      if (now.of(matched.watch().id()).isEmpty())
        now = opened(now, touch, matched, surges, telling);
    }
    return now;
  }

  private StoryAlerts opened(
      StoryAlerts story,
      Touch touch,
      Matched matched,
      Map<String, String> surges,
      Telling telling) {
    WatchFacts watch = matched.watch();
    Standing standing = Standing.opened(watch.severity(), touch.backfill());
    AlertState alert =
        book.begin(story.id(), watch, standing, List.of(MatchedArticle.of(touch, matched)));
    String surge = surges.get(watch.id());
    String reason = surge == null ? "first match" : "first match, in a surge: " + surge;
    boolean page = !watch.shadow() && touch.mayPage();
    return page
        ? telling.page(story, alert, Alert.Change.OPENED, reason)
        : telling.update(story, alert, Alert.Change.OPENED, reason);
  }

  private static StoryAlerts matchedAgain(
      StoryAlerts story,
      AlertState before,
      Touch touch,
      Matched matched,
      Map<String, String> surges,
      Telling telling) {
    Standing standing = before.standing().firing().atLeast(matched.watch().severity());
    if (!touch.backfill()) standing = standing.noBackfill();
    AlertState alert =
        before
            .with(matched.watch())
            .with(standing)
            .with(replaced(before.matched(), MatchedArticle.of(touch, matched)))
            .lastMatchedAt(touch.arrivedAt());
    Escalation escalation =
        Escalation.of(before, alert, story.story(), surges.get(alert.watch().id()));
    boolean mayPage = !alert.watch().shadow() && touch.mayPage();
    if (mayPage && escalation.asksForPage()) {
      return telling.page(story, alert, escalation.change(), escalation.reason());
    }
    if (!before.isFiring()) {
      return telling.update(story, alert, Alert.Change.REOPENED, "matched again after resolving");
    }
    if (touch.supersedes() != null) {
      return telling.update(story, alert, Alert.Change.UPDATED, Superseding.reason(touch));
    }
    String reason = touch.revision() > 1 ? "an article was revised" : "a further article matches";
    return telling.update(story, alert, Alert.Change.UPDATED, reason);
  }

  /** The article says nothing new to the watch, or no longer says what it said. */
  private static StoryAlerts notMatched(
      StoryAlerts story, AlertState before, Touch touch, Telling telling) {
    if (before.matchedBy(touch.article())) {
      return touch.supersedes() == null
          ? withdrawn(story, before, touch, telling)
          : Superseding.without(story, before, touch.article(), touch, telling);
    }
    if (!before.isFiring()) return story;
    return telling.update(story, before, Alert.Change.UPDATED, "the story has a further article");
  }

  private static StoryAlerts withdrawn(
      StoryAlerts story, AlertState before, Touch touch, Telling telling) {
    AlertState alert = before.with(without(before.matched(), List.of(touch.article())));
    return alert.matched().isEmpty()
        ? telling.update(
            story, alert, Alert.Change.RETRACTED, "its only matching article was revised")
        : telling.update(story, alert, Alert.Change.UPDATED, "a revised article no longer matches");
  }

  static List<MatchedArticle> without(List<MatchedArticle> matched, List<String> articles) {
    return matched.stream().filter(one -> !articles.contains(one.article())).toList();
  }

  /**
   * Both lists, each article once, in order of arrival, the latest ones where they are too many.
   */
  static List<MatchedArticle> union(List<MatchedArticle> some, List<MatchedArticle> more) {
    List<MatchedArticle> all =
        new ArrayList<>(without(some, more.stream().map(MatchedArticle::article).toList()));
    all.addAll(more);
    all.sort(Comparator.comparing(MatchedArticle::arrivedAt));
    return all.subList(Math.max(0, all.size() - MAX_ARTICLES), all.size());
  }

  private static List<MatchedArticle> replaced(List<MatchedArticle> all, MatchedArticle one) {
    return union(all, List.of(one));
  }
}
