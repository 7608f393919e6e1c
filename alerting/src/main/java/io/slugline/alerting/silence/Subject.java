package io.slugline.alerting.silence;

import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import io.slugline.contract.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a silence can be about: an alert, or one that would be opened.
 *
 * @param alert its id; empty for one that is not there
 * @param sources who published what bears it out
 */
public record Subject(
    String alert,
    String watch,
    String story,
    Severity severity,
    List<String> sources,
    List<Evidence> evidence) {

  static Subject of(Alert alert) {
    return new Subject(
        alert.alert(),
        alert.watch(),
        alert.story(),
        alert.severity(),
        alert.sources(),
        alert.evidence());
  }

  boolean isMeantBy(Action.Target target) {
    return !target.equals(Action.Target.none())
        && same(target.alert(), alert)
        && same(target.watch(), watch)
        && same(target.story(), story)
        && same(target.severity(), severity)
        && isOnlyFrom(target.source())
        && isAbout(target.entity());
  }

  private static boolean same(@Nullable Object wanted, Object actual) {
    return wanted == null || wanted.equals(actual);
  }

  /** What another source bears out is not silenced with this one. */
  private boolean isOnlyFrom(@Nullable String source) {
    return source == null || (!sources.isEmpty() && sources.stream().allMatch(source::equals));
  }

  private boolean isAbout(@Nullable String entity) {
    return entity == null || evidence.stream().anyMatch(one -> entity.equals(one.entity()));
  }
}
