package io.slugline.deploy.console;

import io.slugline.alerting.console.page.Outside;
import io.slugline.deploy.deadletter.DeadLetters;
import io.slugline.deploy.deadletter.LetterFilter;
import io.slugline.deploy.deadletter.LetterGroup;
import io.slugline.deploy.deadletter.Outcome;
import java.util.List;
import java.util.Set;

/** Dead letters as the console shows them. */
final class HandedLetters implements Outside.Letters {
  private final DeadLetters letters;

  HandedLetters(DeadLetters letters) {
    this.letters = letters;
  }

  @Override
  public List<Cause> causes() {
    return letters.groups(LetterFilter.all()).stream()
        .filter(group -> group.open() > 0)
        .map(HandedLetters::cause)
        .toList();
  }

  @Override
  public String settle(String cause, boolean redrive, String by, String note) {
    LetterFilter filter = new LetterFilter(Set.of(), Set.of(cause), null, null, null);
    List<Outcome> outcomes =
        redrive ? letters.redrive(filter, by, note) : letters.discard(filter, by, note);
    long settled = outcomes.stream().filter(outcome -> outcome.result().isSettled()).count();
    return "%d of %d letters of %s %s"
        .formatted(settled, outcomes.size(), cause, redrive ? "sent back" : "given up");
  }

  private static Cause cause(LetterGroup group) {
    return new Cause(
        group.cause().group(),
        group.cause().stage(),
        group.cause().topic(),
        group.cause().words(),
        group.open(),
        group.redriven(),
        group.discarded(),
        group.last());
  }
}
