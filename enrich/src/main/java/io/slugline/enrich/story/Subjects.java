package io.slugline.enrich.story;

import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an article is about, to be counted over a story.
 *
 * @param entities each once, the most mentioned first, 8 at most
 * @param keywords the weightiest first, 6 at most
 */
public record Subjects(List<Named> entities, List<String> keywords) {
  public static final Subjects NONE = new Subjects(List.of(), List.of());

  private static final int ENTITIES = 8;
  private static final int KEYWORDS = 6;

  /** An entity's id, and how it is called. */
  public record Named(String entity, String name) {
    public Named {
      Objects.requireNonNull(entity);
      Objects.requireNonNull(name);
    }
  }

  public Subjects {
    entities = entities.stream().limit(ENTITIES).toList();
    keywords = keywords.stream().limit(KEYWORDS).toList();
  }

  /**
   * Of an article with these.
   *
   * @param keywords the weightiest first
   */
  public static Subjects of(List<Mention> mentions, List<Keyword> keywords) {
    Map<String, Integer> mentioned = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Mention mention : mentions) {
      if (mention.entity() == null) continue;
      mentioned.merge(mention.entity(), 1, Integer::sum);
      names.putIfAbsent(
          mention.entity(), mention.entityName() == null ? mention.text() : mention.entityName());
    }
    return new Subjects(
        mentioned.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .map(id -> new Named(id, names.getOrDefault(id, id)))
            .toList(),
        keywords.stream().map(Keyword::text).toList());
  }
}
