package io.slugline.alerting.watch;

import io.slugline.contract.Evidence;
import io.slugline.contract.Watch;
import java.util.List;

/** One watch fits one article, and the words that made it fit. */
public record Match(Watch watch, List<Evidence> evidence) {

  public Match {
    evidence = List.copyOf(evidence);
  }
}
