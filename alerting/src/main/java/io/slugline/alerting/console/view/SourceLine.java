package io.slugline.alerting.console.view;

import java.time.Duration;
import java.time.Instant;

/**
 * What a source has sent in the span that is looked at.
 *
 * @param copies articles whose text was another's
 * @param clean units of clean text
 * @param cut bytes that were cut
 * @param usual half of its gaps were shorter; zero while it is not known
 * @param longest the longest of its latest gaps; zero while it is not known
 */
public record SourceLine(
    String source,
    int articles,
    int revisions,
    int copies,
    long clean,
    long cut,
    Instant last,
    Duration usual,
    Duration longest) {
  private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(15);

  /** Share of what it sent that was no article, 0 to 1. */
  public double cutShare() {
    return clean + cut == 0 ? 0 : (double) cut / (clean + cut);
  }

  /** Whether its silence is more than twice the longest that it ever kept of late. */
  public boolean isSilent(Instant now) {
    if (longest.isZero()) return false;
    Duration silence = Duration.between(last, now);
    return silence.compareTo(longest.multipliedBy(2)) > 0
        && silence.compareTo(SHORTEST_SILENCE) > 0;
  }
}
