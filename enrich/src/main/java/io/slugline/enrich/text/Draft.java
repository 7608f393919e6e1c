package io.slugline.enrich.text;

import io.slugline.contract.Cut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as its format gives it, before its lines are judged.
 *
 * @param title null when the format has no place for one
 * @param cuts what the format's reader left out already
 */
record Draft(@Nullable Traced title, List<Line> lines, List<Cut> cuts, Facts facts) {
  Draft {
    lines = List.copyOf(lines);
    cuts = List.copyOf(cuts);
  }

  /** Text without markup: a line is a line, unless the text is broken at a fixed width. */
  static Draft ofText(@Nullable Traced title, Traced text, Facts facts) {
    return new Draft(title, PlainLines.of(text), List.of(), facts);
  }

  /** What this draft does not know is taken from a record around it. */
  Draft within(@Nullable Traced outerTitle, Facts outer) {
    boolean untitled = outerTitle == null || outerTitle.isBlank();
    return new Draft(untitled ? title : outerTitle, lines, cuts, outer.or(facts));
  }

  /** This article's lines and then the other's. */
  Draft and(Draft next) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(next.lines);
    List<Cut> allCuts = new ArrayList<>(cuts);
    allCuts.addAll(next.cuts);
    return new Draft(title != null ? title : next.title, all, allCuts, facts.or(next.facts));
  }
}
