package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.View;
import io.slugline.alerting.silence.Silences;
import io.slugline.alerting.silence.Subject;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What would keep a match from paging: the first gate that is shut, in the order of dispatch. */
final class FirstGate {
  private final View view;
  private final Clock clock;

  FirstGate(View view, Clock clock) {
    this.view = view;
    this.clock = clock;
  }

  /** Empty when nothing would. */
  String of(Watch watch, EnrichedArticle article, List<Evidence> evidence) {
    if (watch.state() == WatchState.DRAFT) return "draft: it is not run";
    if (isBefore(article, watch.effectiveFrom())) {
      return "this version of the watch is younger than the article";
    }
    if (watch.state() == WatchState.SHADOW) return "shadow: it is recorded and nobody is told";
    if (article.backfill()) return "backfill: it came late on purpose";
    Instant now = clock.instant();
    Optional<AlertLine> alert = told(watch, article);
    Optional<String> update =
        alert
            .filter(line -> line.alert().firedAt().isBefore(article.arrivedAt()))
            .map(line -> "update: its story has paged since " + at(line, now));
    return update.or(() -> silence(watch, article, evidence, alert, now)).orElse("");
  }

  /** A pasted text arrives never. */
  private static boolean isBefore(EnrichedArticle article, Instant time) {
    return article.arrivedAt().isAfter(Instant.EPOCH) && article.arrivedAt().isBefore(time);
  }

  private Optional<AlertLine> told(Watch watch, EnrichedArticle article) {
    return view
        .alerts(
            line ->
                line.alert().watch().equals(watch.id())
                    && line.alert().story().equals(article.story().id())
                    && line.alert().pages() > 0)
        .stream()
        .findFirst();
  }

  private static String at(AlertLine line, Instant now) {
    return Times.at(line.alert().firedAt(), now);
  }

  private Optional<String> silence(
      Watch watch,
      EnrichedArticle article,
      List<Evidence> evidence,
      Optional<AlertLine> alert,
      Instant now) {
    Silences all = new Silences();
    view.silences(now).forEach(all::take);
    Subject subject =
        new Subject(
            alert.map(line -> line.alert().alert()).orElse(""),
            watch.id(),
            article.story().id(),
            watch.severity(),
            Optional.ofNullable(article.source()).stream().toList(),
            evidence);
    return all.covering(subject, now).map(silence -> "silence " + OrderForms.words(silence, now));
  }
}
