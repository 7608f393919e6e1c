package io.slugline.alerting.watch;

import io.slugline.alerting.watch.index.Verdict;
import io.slugline.contract.Evidence;
import io.slugline.contract.Watch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a watch matches an article, or why it does not.
 *
 * @param evidence empty when it does not match
 * @param tree what became of each clause
 */
public record Explanation(Watch watch, List<Evidence> evidence, Verdict tree) {

  public Explanation {
    evidence = List.copyOf(evidence);
  }

  public boolean matched() {
    return tree.outcome() == Verdict.Outcome.TRUE;
  }

  /** The first clause that failed; null when none did. */
  public @Nullable Verdict failed() {
    return tree.firstFailure();
  }
}
