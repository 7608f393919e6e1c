package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Old articles, run through again and fenced: into topics of their own, from which nobody is
 * notified. Keyed by {@code id}; the latest of an id holds.
 *
 * @param id short, for people to type; also in the names of the replay's topics
 * @param by who planned it
 * @param why in words
 * @param versions version of each model and list that the result is made with, by name; empty until
 *     it runs
 * @param problem why it stopped, when it did so by itself
 * @param handOver who makes the live records since this replay was promoted or rolled back; null
 *     when it never was
 */
public record Replay(
    String id,
    State state,
    String by,
    String why,
    Instant plannedAt,
    Instant changedAt,
    Range range,
    Map<String, String> versions,
    Progress progress,
    @Nullable String problem,
    @Nullable HandOver handOver) {

  /** Header on every record that a replay made; its value is the replay's id. */
  public static final String MARK = "slugline-replay";

  /** Header on what is worked through only so that stories stand as they stood. */
  public static final String SILENT = "slugline-replay-silent";

  /** Header of a fed article: the place in its language's order that it had when it was live. */
  public static final String SEQUENCE = "slugline-replay-sequence";

  /**
   * Header of a fed article: the version of its source's repeated lines that it was cleaned with
   * when it was live; 0 for none.
   */
  public static final String LINES = "slugline-replay-lines";

  public Replay {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
      throw new IllegalArgumentException(
          "'" + id + "' is no id for a replay: small letters, digits and dashes, at most 41");
    }
    versions = Map.copyOf(versions);
  }

  /** What stands before the names of its topics and applications. */
  public String prefix() {
    return "replay." + id + ".";
  }

  /** How far it has come. */
  public enum State {
    PLANNED,
    RUNNING,
    PAUSED,
    DONE,
    PROMOTING,
    PROMOTED,
    DROPPED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which raw articles it is about.
   *
   * @param from arrival of the first that counts
   * @param to arrival of the last that counts
   * @param warmUpFrom arrival of the first that is worked through, one story window earlier
   * @param source the only source whose articles count; null for all
   * @param story the only live story whose articles count; null for all
   * @param watch the only watch whose alerts count, and the articles of their stories; null for all
   * @param parts where they lie on {@code articles.raw}
   */
  public record Range(
      Instant from,
      Instant to,
      Instant warmUpFrom,
      @Nullable String source,
      @Nullable String story,
      @Nullable String watch,
      List<Part> parts) {

    public Range {
      parts = List.copyOf(parts);
      if (to.isBefore(from)) throw new IllegalArgumentException("ends before it begins: " + from);
    }

    /** Whether everything that came in that time counts. */
    public boolean countsAll() {
      return source == null && story == null && watch == null;
    }
  }

  /**
   * A stretch of one partition.
   *
   * @param start offset of its first record
   * @param end offset behind its last record
   */
  public record Part(int partition, long start, long end) {}

  /**
   * How much of it is done.
   *
   * @param done articles worked through
   * @param total articles to be worked through, those of the warm-up included
   * @param perSecond at last
   */
  public record Progress(long done, long total, double perSecond) {}

  /**
   * Who makes the live records from a time on.
   *
   * @param application what stands before the id of the enrich application; empty for the first
   *     one. Of all hand-overs the latest holds.
   * @param before what stood there until then
   * @param taken the last place in each language's order that was taken before
   * @param repeating what arrived until then has been told of before, under other stories
   * @param erased articles of which nothing is told once more; null for none
   */
  public record HandOver(
      Instant at,
      String application,
      String before,
      Map<String, Long> taken,
      @Nullable Instant repeating,
      @Nullable List<String> erased) {

    public HandOver {
      taken = Map.copyOf(taken);
      erased = erased == null ? null : List.copyOf(erased);
    }
  }
}
