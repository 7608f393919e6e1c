package io.slugline.alerting.console;

import io.slugline.contract.Alert;
import io.slugline.contract.Cut;
import io.slugline.contract.Delivery;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.Grouping;
import io.slugline.contract.RawMap;
import io.slugline.contract.Severity;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as the stages would write them, with texts to choose. */
final class Facts {
  private Facts() {}

  static Watch watch(String id, String title, WatchState state, Instant at) {
    Watch.Examples examples =
        new Watch.Examples(List.of("A freighter docked."), List.of("A cup was won."));
    return new Watch(
        id,
        title,
        Severity.WARNING,
        "desk",
        state,
        "freighter AND dock*",
        examples,
        1,
        "ann",
        at,
        null,
        null,
        null,
        null);
  }

  /** An alert of the watch {@code ships}. */
  static Alert alert(String story, Severity severity, String text, Instant at) {
    return new Alert(
        "alert-" + story,
        1,
        Alert.Change.OPENED,
        true,
        "ships",
        text,
        1,
        story,
        Alert.State.FIRING,
        severity,
        "desk",
        1,
        false,
        null,
        null,
        List.of("article-" + story),
        1,
        1,
        1,
        text,
        text,
        List.of(evidence("article-" + story, text)),
        at,
        at,
        false,
        severity,
        List.of("Kanal 9"),
        "first match");
  }

  private static Evidence evidence(String article, String text) {
    return new Evidence(article, Field.TITLE, 0, 4, 0, 4, text, text, text, text);
  }

  /** The alert as it is after a change. */
  static Alert next(
      Alert alert,
      Alert.Change change,
      Alert.@Nullable Acknowledgement ack,
      @Nullable String silence) {
    return copy(alert, change, alert.shadow(), ack, silence);
  }

  /** The alert as a watch has it that tells nobody. */
  static Alert inShadow(Alert alert) {
    return copy(alert, alert.change(), true, null, null);
  }

  private static Alert copy(
      Alert alert,
      Alert.Change change,
      boolean shadow,
      Alert.@Nullable Acknowledgement ack,
      @Nullable String silence) {
    return new Alert(
        alert.alert(),
        alert.version() + 1,
        change,
        false,
        alert.watch(),
        alert.watchTitle(),
        alert.watchVersion(),
        alert.story(),
        alert.state(),
        alert.severity(),
        alert.receiver(),
        shadow ? 0 : alert.pages(),
        shadow,
        ack,
        silence,
        alert.articles(),
        alert.articleCount(),
        alert.outlets(),
        alert.copies(),
        alert.headline(),
        alert.place(),
        alert.evidence(),
        alert.firedAt(),
        alert.changedAt(),
        alert.backfill(),
        alert.firstSeverity(),
        alert.sources(),
        "changed");
  }

  static Alert silentSource(String source, Instant at) {
    return new Alert(
        "silent-" + source,
        1,
        Alert.Change.OPENED,
        false,
        Alert.SILENT_SOURCE,
        "Silent source",
        1,
        "source:eng/" + source,
        Alert.State.FIRING,
        Severity.WARNING,
        "",
        0,
        false,
        null,
        null,
        List.of(),
        0,
        0,
        0,
        source + " is silent, last heard " + at,
        null,
        List.of(),
        at,
        at,
        false,
        Severity.WARNING,
        List.of(source),
        "silent for longer than is usual");
  }

  /** The story's article of this text. */
  static EnrichedArticle article(String id, String story, String text, Instant at) {
    return article(id, story, text, at, id);
  }

  /** The article as another outlet has it. */
  static EnrichedArticle copy(EnrichedArticle of, String id, Instant at) {
    return article(id, of.story().id(), of.title(), at, of.id());
  }

  private static EnrichedArticle article(
      String id, String story, String text, Instant at, String copyGroup) {
    StorySnapshot snapshot =
        new StorySnapshot(story, text, text, at, at, List.of(id), 1, 1, 1, List.of(), null);
    return new EnrichedArticle(
        id,
        1,
        "raw-" + id,
        text.length() > 100 ? text : "Kanal 9",
        "javascript:alert(1)",
        text,
        RawMap.uniform(0, 1),
        text,
        RawMap.uniform(0, 1),
        List.of(new Cut(text.length() > 100 ? text.substring(0, 60) : "share-bar/1", 5, 9)),
        "eng",
        List.of(),
        "full",
        null,
        text,
        text,
        at,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        snapshot,
        new Grouping(.5, "article-" + story, List.of(text), List.of(text)),
        copyGroup,
        1,
        Map.of(),
        null);
  }

  static Delivery paged(Alert alert, Instant at) {
    return delivery(alert, Delivery.Outcome.DELIVERED, null, at);
  }

  /** One notification that told of several alerts, as far as it is about the first. */
  static Delivery pagedTogether(Instant at, Alert... alerts) {
    Delivery own = paged(alerts[0], at);
    return new Delivery(
        own.id(),
        Arrays.stream(alerts).map(Alert::alert).toList(),
        own.watch(),
        own.story(),
        own.change(),
        own.page(),
        own.receiver(),
        own.outcome(),
        own.gate(),
        own.reason(),
        own.attempt(),
        own.at());
  }

  static Delivery withheld(Alert alert, String gate, Instant at) {
    return delivery(alert, Delivery.Outcome.WITHHELD, gate, at);
  }

  private static Delivery delivery(
      Alert alert, Delivery.Outcome outcome, @Nullable String gate, Instant at) {
    return new Delivery(
        alert.alert() + "/" + alert.version() + "/desk",
        List.of(alert.alert()),
        alert.watch(),
        alert.story(),
        alert.change(),
        true,
        "desk",
        outcome,
        gate,
        gate == null ? null : alert.headline(),
        gate == null ? 1 : 0,
        at);
  }
}
