package io.slugline.alerting.console.view;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Watch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a record what goes into the history. */
final class Entries {
  private static final int WORDS = 400;

  private Entries() {}

  static Entry of(Alert alert) {
    String counts =
        Texts.counted(alert.articleCount(), "article")
            + ", "
            + Texts.counted(alert.outlets(), "outlet")
            + ", ";
    return new Entry(
        alert.changedAt(),
        Entry.Kind.ALERT,
        alert.shadow() ? "alerting, shadow" : "alerting",
        alert.watch(),
        alert.story(),
        List.of(alert.alert()),
        alert.page(),
        words(
            alert.change().word()
                + ": "
                + alert.reason()
                + " ("
                + counts
                + alert.copies()
                + " independent)"));
  }

  static Entry of(Delivery delivery) {
    return new Entry(
        delivery.at(),
        kindOf(delivery.outcome()),
        "dispatch",
        delivery.watch(),
        delivery.story(),
        delivery.alerts(),
        delivery.page(),
        words(wordsOf(delivery)));
  }

  static Entry of(Action action) {
    Action.Target target = action.target();
    return new Entry(
        action.at(),
        Entry.Kind.ACTION,
        action.by(),
        orEmpty(target.watch()),
        orEmpty(target.story()),
        target.alert() == null ? List.of() : List.of(target.alert()),
        false,
        words(wordsOf(action)));
  }

  static Entry of(StoryChange change) {
    String by = change.by();
    String of =
        switch (change.kind()) {
          case MERGED -> "merged in " + String.join(", ", change.others());
          case SPLIT -> "split off from " + String.join(", ", change.others());
          case CLOSED -> "closed";
          case LINKED -> "linked with " + String.join(", ", change.others());
        };
    return new Entry(
        change.at(),
        Entry.Kind.STORY,
        by == null ? "enrich" : by,
        "",
        change.story(),
        List.of(),
        false,
        words(of + ": " + change.reason()));
  }

  static Entry of(Watch watch) {
    return new Entry(
        watch.effectiveFrom(),
        Entry.Kind.WATCH,
        watch.author(),
        watch.id(),
        "",
        List.of(),
        false,
        "version " + watch.version() + " is " + watch.state().word());
  }

  private static Entry.Kind kindOf(Delivery.Outcome outcome) {
    return switch (outcome) {
      case DELIVERED -> Entry.Kind.DELIVERED;
      case WITHHELD -> Entry.Kind.WITHHELD;
      case RETRY_LATER, REFUSED -> Entry.Kind.FAILED;
    };
  }

  private static String wordsOf(Delivery delivery) {
    String reason = delivery.reason() == null ? "" : ": " + delivery.reason();
    String to = (delivery.page() ? "" : "update ") + "to " + delivery.receiver();
    String attempt = delivery.attempt() > 1 ? ", attempt " + delivery.attempt() : "";
    return switch (delivery.outcome()) {
      case DELIVERED -> to + attempt + reason;
      case WITHHELD -> to + ", gate " + delivery.gate() + reason;
      case RETRY_LATER -> to + attempt + ", tried again" + reason;
      case REFUSED -> to + attempt + ", refused" + reason;
    };
  }

  private static String wordsOf(Action action) {
    StringBuilder words = new StringBuilder(action.kind().word()).append(scopeOf(action.target()));
    if (action.until() != null) words.append(", until ").append(action.until());
    if (!action.articles().isEmpty())
      words.append(", ").append(action.articles().size()).append(" articles");
    if (action.note() != null) words.append(": ").append(action.note());
    return words.toString();
  }

  /** What an order is about, in words. */
  static String scopeOf(Action.Target target) {
    List<String> parts = new ArrayList<>();
    add(parts, "alert", target.alert());
    add(parts, "watch", target.watch());
    add(parts, "story", target.story());
    add(parts, "other story", target.otherStory());
    add(parts, "article", target.article());
    add(parts, "entity", target.entity());
    add(parts, "source", target.source());
    add(parts, "severity", target.severity() == null ? null : target.severity().word());
    return parts.isEmpty() ? "" : " " + String.join(", ", parts);
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) parts.add(name + " " + value);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String words(String text) {
    return Texts.atMost(WORDS, text);
  }
}
