package io.slugline.enrich;

import io.slugline.contract.Action;
import org.jspecify.annotations.Nullable;

/** What a task of the grouper takes one after the other: an article or a person's order. */
record Turn(@Nullable TaggedArticle article, @Nullable Action order) {

  static Turn of(TaggedArticle article) {
    return new Turn(article, null);
  }

  static Turn of(Action order) {
    return new Turn(null, order);
  }

  /** Whether an order is about stories or what is remembered of articles. */
  static boolean isOurs(String id, @Nullable Action order) {
    if (order == null) return false;
    return switch (order.kind()) {
      case SPLIT, MERGE, FORGET -> true;
      default -> false;
    };
  }
}
