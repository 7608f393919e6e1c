package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.index.Verdict.Outcome;
import io.slugline.contract.Field;
import io.slugline.contract.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a query clause by clause, in the order in which matching asks them, and says why.
 */
final class Judge {
  private static final int MOST_PLACES = 5;
  private final String query;
  private final Hits hits;

  Judge(String query, Hits hits) {
    this.query = query;
    this.hits = hits;
  }

  Verdict judge(Clause clause) {
    boolean is = clause.matches(hits);
    if (clause instanceof AllOf all) return verdict(all, is, null, until(all.parts(), false));
    if (clause instanceof AnyOf any) return any(any, any.parts(), is);
    if (clause instanceof AnyPlaced any) return any(any, any.parts(), is);
    if (clause instanceof NotThat not) return not(not, is);
    if (clause instanceof CountOf count) return count(count, is);
    if (clause instanceof SumOf sum) return sum(sum, is);
    if (clause instanceof Nearby near) return near(near, is);
    return verdict(clause, is, is ? null : missing(clause), List.of());
  }

  /** Judges parts up to the one that settles it. */
  private List<Verdict> until(Clause[] parts, boolean settled) {
    List<Verdict> verdicts = new ArrayList<>();
    boolean reached = true;
    for (Clause part : parts) {
      verdicts.add(reached ? judge(part) : notReached(part));
      reached &= part.matches(hits) != settled;
    }
    return verdicts;
  }

  private Verdict any(Clause clause, Clause[] parts, boolean is) {
    return verdict(clause, is, is ? null : "none of these is there", until(parts, true));
  }

  private Verdict not(NotThat not, boolean is) {
    Verdict part = judge(not.part());
    return verdict(not, is, is ? null : "it is there", List.of(part));
  }

  private Verdict count(CountOf clause, boolean is) {
    List<Verdict> parts = judgeEach(clause.parts());
    long there = parts.stream().filter(part -> part.outcome() == Outcome.TRUE).count();
    return verdict(clause, is, "%d of %d are there".formatted(there, clause.least()), parts);
  }

  private Verdict sum(SumOf clause, boolean is) {
    String note = "score %s of %s".formatted(clause.sum(hits), clause.threshold());
    return verdict(clause, is, note, judgeEach(clause.parts()));
  }

  private Verdict near(Nearby near, boolean is) {
    List<Verdict> parts = List.of(judge(near.left()), judge(near.right()));
    boolean both = near.left().matches(hits) && near.right().matches(hits);
    return verdict(near, is, is ? null : both ? nearest(near) : null, parts);
  }

  private String nearest(Nearby near) {
    int nearest = near.nearest(hits);
    String needs =
        "needs %s %s %d words of %s; "
            .formatted(
                text(near.right()),
                near.ordered() ? "after and within" : "within",
                near.distance(),
                text(near.left()));
    if (nearest == Integer.MAX_VALUE) return needs + "they stand in no field together";
    return needs + "nearest is " + nearest + " words away";
  }

  private String missing(Clause clause) {
    if (clause instanceof Leaf leaf && hits.first(leaf.literal()) >= 0) {
      return switch (leaf.scope()) {
        case TITLE -> "stands only in the body";
        case LEAD -> "stands only behind the lead";
        default -> "stands only in the title";
      };
    }
    return clause instanceof Loose ? "its words do not stand so close" : "is not there";
  }

  private List<Verdict> judgeEach(Clause[] parts) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Clause part : parts) verdicts.add(judge(part));
    return verdicts;
  }

  private Verdict notReached(Clause clause) {
    return new Verdict(text(clause), Outcome.NOT_REACHED, null, List.of(), List.of());
  }

  private Verdict verdict(Clause clause, boolean is, @Nullable String note, List<Verdict> parts) {
    List<Verdict.Place> places =
        is && clause instanceof Clause.Placed placed ? places(placed) : List.of();
    return new Verdict(text(clause), is ? Outcome.TRUE : Outcome.FALSE, note, places, parts);
  }

  private List<Verdict.Place> places(Clause.Placed clause) {
    Spans spans = new Spans();
    clause.places(hits, spans);
    spans.sorted();
    List<Verdict.Place> places = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_PLACES, spans.size()); i++) {
      if (spans.end(i) == 0) continue;
      Field field = spans.start(i) < Hits.BODY ? Field.TITLE : Field.BODY;
      Span span = new Span(hits.startOf(spans.start(i)), hits.endBefore(spans.end(i)));
      places.add(new Verdict.Place(field, span));
    }
    return places;
  }

  private String text(Clause clause) {
    return query.substring(clause.from(), clause.to());
  }
}
