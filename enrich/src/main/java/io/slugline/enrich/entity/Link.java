package io.slugline.enrich.entity;

import io.slugline.enrich.gazetteer.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name was settled to mean.
 *
 * @param entity null when unknown, or ambiguous: then it has rivals
 * @param confidence that it means this entity
 * @param rivals ids it may mean, the likeliest first
 */
record Link(@Nullable Entity entity, double confidence, List<String> rivals) {
  private static final int MOST_RIVALS = 5;

  static final Link UNKNOWN = new Link(null, 0, List.of());

  static Link to(Entity entity, double confidence) {
    return new Link(entity, confidence, List.of());
  }

  static Link ambiguous(List<String> rivals) {
    return new Link(null, 0, rivals.subList(0, Math.min(rivals.size(), MOST_RIVALS)));
  }

  boolean isKnown() {
    return entity != null;
  }
}
