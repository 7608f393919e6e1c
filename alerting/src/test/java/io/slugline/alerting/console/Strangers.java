package io.slugline.alerting.console;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.Severity;
import io.slugline.contract.StoryChange;
import java.time.Instant;
import java.util.List;

/** Puts a text where people, files and stages write words of their own. */
final class Strangers {
  private Strangers() {}

  static void wrote(Doubles topics, String text, Instant at) {
    Alert.Acknowledgement ack = new Alert.Acknowledgement(text, text, at.plusSeconds(9999));
    Alert alert = Facts.alert("s1", Severity.CRITICAL, text, at);
    topics.put(Facts.next(alert, Alert.Change.ACKNOWLEDGED, ack, null));
    topics.view.take(order("o1", Action.Kind.SILENCE, text, at));
    topics.view.take(order("o2", Action.Kind.IRRELEVANT, text, at));
    topics.view.take(
        new StoryChange(
            "s1",
            StoryChange.Kind.MERGED,
            List.of("s0"),
            List.of(),
            text,
            text,
            at,
            "eng",
            9,
            null,
            null));
    List<LedgerEntry.Rejection> rejections = List.of(new LedgerEntry.Rejection(1, text));
    topics.view.take(
        "f1",
        new LedgerEntry(
            "f", text, text, 9, LedgerEntry.State.DONE, 1, 0, 1, rejections, text, null, at, at));
  }

  private static Action order(String id, Action.Kind kind, String text, Instant at) {
    Action.Target ships = new Action.Target(null, "ships", null, null, null, null, null, null);
    return new Action(id, kind, at, text, ships, List.of(), at.plusSeconds(9999), text);
  }
}
