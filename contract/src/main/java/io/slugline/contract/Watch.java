package io.slugline.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one standing request. Keyed by id on a compacted topic; a tombstone removes it.
 *
 * @param id short and stable: {@code port-activity}
 * @param receiver name of the receiver that its pages go to
 * @param query in the query language
 * @param version counted from 1 with each change of this watch
 * @param author who wrote this version
 * @param effectiveFrom articles that arrive from then on are matched with this version
 * @param note for whoever is woken by it
 * @param escalate when a further match pages again; null for a higher severity only
 * @param entities what its entity terms stood for when this version was written; null without any
 * @param promotion what it was made live on; null unless it was a shadow before
 */
public record Watch(
    String id,
    String title,
    Severity severity,
    String receiver,
    WatchState state,
    String query,
    Examples examples,
    int version,
    String author,
    Instant effectiveFrom,
    @Nullable String note,
    @Nullable Escalate escalate,
    @Nullable Entities entities,
    @Nullable Promotion promotion) {

  public Watch {
    if (id.isBlank()) throw new IllegalArgumentException("watch without an id");
    if (query.isBlank()) throw new IllegalArgumentException("watch " + id + " without a query");
  }

  /** The same watch in another state. */
  public Watch in(WatchState another) {
    return copy(another, version, author, effectiveFrom, entities, promotion);
  }

  /** The same watch under another number. */
  public Watch numbered(int number) {
    return copy(state, number, author, effectiveFrom, entities, promotion);
  }

  /** The same watch as somebody wrote it, in force from then on. */
  public Watch written(String by, Instant from) {
    return copy(state, version, by, from, entities, promotion);
  }

  /** The same watch with what its entity terms stand for. */
  public Watch standingFor(@Nullable Entities named) {
    return copy(state, version, author, effectiveFrom, named, promotion);
  }

  /** The same watch with what it was made live on. */
  public Watch promotedOn(@Nullable Promotion numbers) {
    return copy(state, version, author, effectiveFrom, entities, numbers);
  }

  private Watch copy(
      WatchState state,
      int version,
      String author,
      Instant effectiveFrom,
      @Nullable Entities entities,
      @Nullable Promotion promotion) {
    return new Watch(
        id,
        title,
        severity,
        receiver,
        state,
        query,
        examples,
        version,
        author,
        effectiveFrom,
        note,
        escalate,
        entities,
        promotion);
  }

  /**
   * What entity terms stand for: a change of it is a change of the watch.
   *
   * @param gazetteer version that the names are of
   * @param names all names of each entity, by the id that the query has
   */
  public record Entities(String gazetteer, Map<String, List<String>> names) {

    public Entities {
      names = Map.copyOf(names);
    }
  }

  /** Texts that the watch must match, and texts that it must not: its tests. */
  public record Examples(List<String> mustHit, List<String> mustMiss) {

    public Examples {
      mustHit = List.copyOf(mustHit);
      mustMiss = List.copyOf(mustMiss);
    }
  }

  /**
   * What a watch did as a shadow until it was made live: the numbers that spoke for it then.
   *
   * @param since it was looked at from then on
   * @param alerts that it opened, of which each would have paged
   * @param irrelevant how many of them people called not relevant
   */
  public record Promotion(Instant since, int alerts, int irrelevant) {}

  /** The steps of escalation that are on. */
  public Escalate steps() {
    return escalate == null ? Escalate.BY_SEVERITY : escalate;
  }

  /**
   * When a further match pages again.
   *
   * @param severity when it is higher than before
   * @param outlets when the story has so many independent outlets; 0 for never
   * @param surge when so many times as many stories as usual match in an hour; 0 for never
   * @param entity when the evidence names somebody or something new
   */
  public record Escalate(boolean severity, int outlets, double surge, boolean entity) {
    /** The step that is on by default. */
    public static final Escalate BY_SEVERITY = new Escalate(true, 0, 0, false);

    public Escalate {
      if (outlets < 0 || surge < 0) throw new IllegalArgumentException("less than never");
    }
  }
}
