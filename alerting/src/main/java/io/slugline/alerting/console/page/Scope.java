package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.AlertLine;
import io.slugline.contract.Action.Target;
import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What a silence that is ordered from an alert may cover: the alert alone, or all that is like it.
 */
final class Scope {
  private Scope() {}

  /** The narrowest first. */
  static List<OrderForm.Choice> choices(AlertLine line) {
    Alert alert = line.alert();
    List<OrderForm.Choice> choices = new ArrayList<>();
    choices.add(new OrderForm.Choice("alert", "this watch on this story", true));
    choices.add(choice("story", "every watch on this story"));
    choices.add(choice("watch", "watch " + Shown.line(alert.watchTitle()) + ", on every story"));
    for (Evidence evidence : alert.evidence()) {
      if (evidence.entity() == null) continue;
      choices.add(
          choice(
              "entity " + evidence.entity(),
              "every alert about entity " + Shown.line(evidence.entity())));
    }
    alert.sources().stream()
        .distinct()
        .limit(5)
        .forEach(
            source ->
                choices.add(
                    choice("source " + source, "what only " + Shown.line(source) + " reports")));
    choices.add(choice("severity", "everything of severity " + alert.severity().word()));
    return choices;
  }

  /** The target that a choice stands for; this alert alone for one that is not known. */
  static Target target(String scope, Alert alert) {
    if (scope.equals("story")) return target(null, null, alert.story(), null, null);
    if (scope.equals("watch")) return target(null, alert.watch(), null, null, null);
    if (scope.equals("severity")) {
      return new Target(null, null, null, null, null, null, null, alert.severity());
    }
    if (scope.startsWith("entity ")) {
      return target(null, null, null, scope.substring("entity ".length()), null);
    }
    if (scope.startsWith("source ")) {
      return target(null, null, null, null, scope.substring("source ".length()));
    }
    return target(null, alert.watch(), alert.story(), null, null);
  }

  private static Target target(
      @org.jspecify.annotations.Nullable String alert,
      @org.jspecify.annotations.Nullable String watch,
      @org.jspecify.annotations.Nullable String story,
      @org.jspecify.annotations.Nullable String entity,
      @org.jspecify.annotations.Nullable String source) {
    return new Target(alert, watch, story, null, null, entity, source, null);
  }

  private static OrderForm.Choice choice(String value, String words) {
    return new OrderForm.Choice(value, words, false);
  }
}
