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

  /** Share of what it sent that was no article, 0 to 1. */
  public double cutShare() {
    return clean + cut == 0 ? 0 : (double) cut / (clean + cut);
  }
}
