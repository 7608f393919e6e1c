package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person ordered, or the minute that passed. Keyed by {@code id}; the latest of an id holds.
 *
 * @param id of the silence, acknowledgement or order; {@code tick} for the minute; {@code
 *     dead-letters/0@17} for what was decided of the dead letter at that partition and offset
 * @param by who ordered it; {@code dispatch} for a tick
 * @param target what it is about; empty for a tick
 * @param articles the articles of a split, in order of arrival
 * @param until when it ends by itself
 */
public record Action(
    String id,
    Kind kind,
    Instant at,
    String by,
    Target target,
    List<String> articles,
    @Nullable Instant until,
    @Nullable String note) {

  public Action {
    articles = List.copyOf(articles);
  }

  /** What is ordered. */
  public enum Kind {
    TICK,
    ACKNOWLEDGE,
    UNACKNOWLEDGE,
    SILENCE,
    UNSILENCE,
    SPLIT,
    MERGE,
    IRRELEVANT,
    FORGET,
    REDRIVE,
    DISCARD;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an action is about; what is null does not matter. */
  public record Target(
      @Nullable String alert,
      @Nullable String watch,
      @Nullable String story,
      @Nullable String otherStory,
      @Nullable String article,
      @Nullable String entity,
      @Nullable String source,
      @Nullable Severity severity) {

    /** About nothing in particular. */
    public static Target none() {
      return new Target(null, null, null, null, null, null, null, null);
    }
  }
}
