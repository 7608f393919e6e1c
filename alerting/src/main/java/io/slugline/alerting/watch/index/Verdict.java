package io.slugline.alerting.watch.index;

import io.slugline.contract.Field;
import io.slugline.contract.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one clause of a query on one article.
 *
 * @param clause its words in the query
 * @param note what is worth saying beside the outcome: the nearest miss
 * @param places where it stands, the first few
 */
public record Verdict(
    String clause,
    Outcome outcome,
    @Nullable String note,
    List<Place> places,
    List<Verdict> parts) {

  public Verdict {
    places = List.copyOf(places);
    parts = List.copyOf(parts);
  }

  /** True or false of the article; or not asked, because the answer was already known. */
  public enum Outcome {
    TRUE,
    FALSE,
    NOT_REACHED
  }

  /** A stretch of one field. */
  public record Place(Field field, Span span) {}

  /** Of a query that was given up on an article. */
  public static Verdict givenUp(String query, TooCostly why) {
    return new Verdict(query, Outcome.FALSE, why.getMessage(), List.of(), List.of());
  }

  /** The first clause that keeps the whole from matching; null when it does match. */
  public @Nullable Verdict firstFailure() {
    if (outcome != Outcome.FALSE) return null;
    if (note != null) return this;
    for (Verdict part : parts) {
      Verdict failure = part.firstFailure();
      if (failure != null) return failure;
    }
    return this;
  }
}
