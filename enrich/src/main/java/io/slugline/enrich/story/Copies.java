package io.slugline.enrich.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two articles are the same text: reprinted, abridged, wrapped or corrected. A report
 * of the same template with other figures, another day or another title is not.
 */
final class Copies {
  private static final double TITLED = .5;
  private static final double UNTITLED = .8;
  private static final double LEAST_CONTAINMENT = .05;
  private static final double USUAL_NUMBERS = .6;
  private static final double USUAL_DAYS = .5;
  private static final double MOST_DAYS = 3;

  private final Chance chance;

  Copies(Chance chance) {
    this.chance = chance;
  }

  /** The candidate whose text this article has; null when its text is new. */
  @Nullable Member original(Member arrived, List<Member> candidates) {
    Member original = null;
    double most = 1;
    Sketch mine = arrived.features().sketch();
    Lookup places = mine.lookup();
    for (Member candidate : candidates) {
      double score = score(arrived, candidate, mine.shared(places, candidate.features().sketch()));
      if (score > most) {
        original = candidate;
        most = score;
      }
    }
    return original;
  }

  /** Above 1 for copies: the chance as a multiple of what is asked for. */
  private double score(Member left, Member right, Sketch.Shared shared) {
    if (shared.containment() < LEAST_CONTAINMENT) return 0;
    double score = chance.untitled().of(untitled(left, right, shared)) / UNTITLED;
    if (left.features().title().isEmpty() || right.features().title().isEmpty()) return score;
    return Math.max(score, chance.titled().of(titled(left, right, shared)) / TITLED);
  }

  static double[] untitled(Member left, Member right, Sketch.Shared shared) {
    return new double[] {
      shared.containment(),
      Math.sqrt(shared.jaccard()),
      numbers(left.features().numbers(), right.features().numbers()),
      days(left, right),
      Math.log(1 + Math.min(left.features().length(), right.features().length()))
    };
  }

  static double[] titled(Member left, Member right, Sketch.Shared shared) {
    double[] untitled = untitled(left, right, shared);
    double[] titled = new double[untitled.length + 1];
    System.arraycopy(untitled, 0, titled, 0, untitled.length);
    titled[untitled.length] = left.features().title().cosine(right.features().title());
    return titled;
  }

  /** The share of the figures of the one with fewer that the other has too. */
  private static double numbers(Sparse left, Sparse right) {
    int fewer = Math.min(left.size(), right.size());
    return fewer == 0 ? USUAL_NUMBERS : (double) left.shared(right) / fewer;
  }

  private static double days(Member left, Member right) {
    double days = Likeness.days(left.at(), right.at());
    return days < 0 ? USUAL_DAYS : Math.min(MOST_DAYS, days);
  }
}
