package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Watch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What wakes people although somebody has taken an alert: the steps that its watch has on. */
final class Wakes {
  private Wakes() {}

  static String of(View view, List<AlertLine> alerts) {
    Set<String> steps = new LinkedHashSet<>();
    for (AlertLine line : alerts) {
      List<Watch> versions = view.versions(line.alert().watch());
      Optional<Watch> latest =
          versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
      latest.ifPresent(watch -> add(watch.steps(), steps));
    }
    return steps.isEmpty() ? "nothing" : String.join(", ", steps);
  }

  private static void add(Watch.Escalate steps, Set<String> words) {
    if (steps.severity()) words.add("a higher severity");
    if (steps.outlets() > 0) words.add(steps.outlets() + " independent outlets");
    if (steps.surge() > 0) words.add("a surge of " + times(steps.surge()) + " times the usual");
    if (steps.entity()) words.add("somebody or something new in the evidence");
  }

  private static String times(double surge) {
    return surge == Math.rint(surge) ? String.valueOf((long) surge) : String.valueOf(surge);
  }
}
