package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a split of a story does to its alerts: the part that went takes its evidence along, and
 * pages once, so that a second happening cannot hide in the first one's story. A person who splits
 * knows already.
 */
final class Splitting {
  private final StoryBook book;

  Splitting(StoryBook book) {
    this.book = book;
  }

  void apply(StoryChange split, Telling telling) {
    StoryAlerts part = partOf(split, telling.at());
    book.keep(part);
    for (String from : split.others()) {
      StoryAlerts origin = book.find(from).orElse(null);
      if (origin == null || origin.id().equals(part.id())) continue;
      for (AlertState alert : origin.alerts()) {
        List<MatchedArticle> gone =
            alert.matched().stream()
                .filter(one -> split.articles().contains(one.article()))
                .toList();
        if (gone.isEmpty()) continue;
        part = receive(part, alert, gone, split, telling);
        origin = release(origin, alert, gone, telling);
      }
      book.keep(origin);
    }
    book.keep(part);
  }

  /** The story as far as it is known; one that had been merged away stands for itself again. */
  private StoryAlerts partOf(StoryChange split, Instant at) {
    StoryAlerts known = book.get(split.story());
    if (known == null) return StoryAlerts.unknown(split.story(), at);
    return known.mergedInto() == null ? known : known.standingAlone(at);
  }

  private StoryAlerts receive(
      StoryAlerts part,
      AlertState origin,
      List<MatchedArticle> gone,
      StoryChange split,
      Telling telling) {
    AlertState own = part.of(origin.watch().id()).orElse(null);
    if (own != null) {
      AlertState more = own.with(Matching.union(own.matched(), gone));
      return telling.update(part, more, Alert.Change.UPDATED, "articles came by a split");
    }
    AlertState alert = splitOff(part, origin, gone);
    StoryAlerts known = part.sequence() < 0 ? part.with(sketch(split, gone)) : part;
    if (split.by() != null) {
      AlertState told = alert.with(alert.standing().knownToPeople());
      return telling.update(known, told, Alert.Change.SPLIT, "split off by " + split.by());
    }
    boolean page = origin.isFiring() && !origin.watch().shadow() && !origin.standing().backfill();
    String reason = "split off from story " + split.others().get(0);
    return page
        ? telling.page(known, alert, Alert.Change.SPLIT, reason)
        : telling.update(known, alert, Alert.Change.SPLIT, reason);
  }

  private AlertState splitOff(StoryAlerts part, AlertState origin, List<MatchedArticle> gone) {
    Standing standing = Standing.opened(origin.standing().severity(), origin.standing().backfill());
    if (!origin.isFiring()) standing = standing.resolved();
    return book.begin(part.id(), origin.watch(), standing, gone);
  }

  private static StoryAlerts release(
      StoryAlerts origin, AlertState alert, List<MatchedArticle> gone, Telling telling) {
    List<String> articles = gone.stream().map(MatchedArticle::article).toList();
    AlertState left = alert.with(Matching.without(alert.matched(), articles));
    return left.matched().isEmpty()
        ? telling.update(
            origin, left, Alert.Change.RETRACTED, "its matching articles were split off")
        : telling.update(origin, left, Alert.Change.UPDATED, "articles were split off");
  }

  /** Until its next article brings a snapshot, what the articles that matched say of the story. */
  private static StorySnapshot sketch(StoryChange split, List<MatchedArticle> gone) {
    Set<String> outlets = new HashSet<>();
    Set<String> copies = new HashSet<>();
    for (MatchedArticle one : gone) {
      outlets.add(one.source() == null ? one.article() : one.source());
      copies.add(one.copyGroup());
    }
    String quote = gone.get(0).evidence().isEmpty() ? "" : gone.get(0).evidence().get(0).quote();
    return new StorySnapshot(
        split.story(),
        quote,
        null,
        gone.get(0).arrivedAt(),
        gone.get(gone.size() - 1).arrivedAt(),
        split.articles(),
        split.articles().size(),
        outlets.size(),
        copies.size(),
        List.of(),
        null);
  }
}
