package io.slugline.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place in one article where something is named.
 *
 * @param field the clean text it stands in
 * @param start first UTF-16 unit
 * @param end one past the last unit
 * @param text the words as they stand there
 * @param type what kind of thing
 * @param confidence 0 to 1, in thousandths
 * @param foundBy model or gazetteer with its version: {@code names-en/1}, {@code gazetteer/3}
 * @param entity id of the entity it names; null when unknown or ambiguous
 * @param entityName the entity's main name, where linked
 * @param country ISO 3166 alpha-2 country of the entity, where linked and known
 * @param rivals ids of the entities it may name; with a null entity and rivals it is ambiguous
 */
public record Mention(
    Field field,
    int start,
    int end,
    String text,
    MentionType type,
    double confidence,
    String foundBy,
    @Nullable String entity,
    @Nullable String entityName,
    @Nullable String country,
    List<String> rivals) {

  public Mention {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("mention '" + text + "' from " + start + " to " + end);
    }
    confidence = Math.round(confidence * 1000) / 1000.0;
    rivals = List.copyOf(rivals);
  }

  public Span span() {
    return new Span(start, end);
  }
}
