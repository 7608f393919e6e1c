package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change to the gazetteer that was made while running. Keyed by {@code entity}.
 *
 * @param entity id of the entity
 * @param version counted from 1 over all changes
 * @param kind what is done
 * @param names the names that are added or taken away
 * @param other merged: the id that ends in this one
 * @param by who did it
 */
public record EntityChange(
    String entity,
    int version,
    Kind kind,
    List<String> names,
    @Nullable String other,
    String by,
    String reason,
    Instant at) {

  public EntityChange {
    names = List.copyOf(names);
  }

  /** What is done to an entity. */
  public enum Kind {
    ADDED,
    REMOVED,
    MERGED,
    UNDONE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
