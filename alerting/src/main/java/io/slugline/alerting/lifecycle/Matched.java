package io.slugline.alerting.lifecycle;

import io.slugline.alerting.watch.Match;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import java.util.List;

/**
 * A match without what the alert does not need: the watch's query and examples.
 *
 * @param names who and what the sentences of the evidence name
 */
public record Matched(WatchFacts watch, List<Evidence> evidence, List<String> names) {
  private static final int MAX_EVIDENCE = 6;
  private static final int MAX_QUOTE = 600;

  public Matched {
    evidence = List.copyOf(evidence);
    names = names == null ? List.of() : List.copyOf(names);
  }

  /** Keeps the first words of evidence only: an alert goes out whole with every change. */
  static Matched of(Match match, EnrichedArticle article) {
    return new Matched(
        WatchFacts.of(match.watch()),
        match.evidence().stream().limit(MAX_EVIDENCE).map(Matched::bounded).toList(),
        Names.in(match.evidence(), article));
  }

  private static Evidence bounded(Evidence evidence) {
    if (evidence.quote().length() <= MAX_QUOTE) return evidence;
    int end = Character.isHighSurrogate(evidence.quote().charAt(MAX_QUOTE - 1)) ? 1 : 0;
    return new Evidence(
        evidence.article(),
        evidence.field(),
        evidence.start(),
        evidence.end(),
        evidence.rawStart(),
        evidence.rawEnd(),
        evidence.quote().substring(0, MAX_QUOTE - end),
        evidence.clause(),
        evidence.entity(),
        evidence.alias());
  }
}
