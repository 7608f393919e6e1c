package io.slugline.enrich.story;

import java.util.List;
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
}
