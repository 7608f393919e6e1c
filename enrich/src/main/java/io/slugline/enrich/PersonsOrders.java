package io.slugline.enrich;

import io.slugline.contract.Action;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.StoryGrouper;
import java.util.List;

/** What a person ordered of stories and articles, as the grouper is told it. */
final class PersonsOrders {

  private PersonsOrders() {}

  /** What became of the grouper's stories; nothing when the order is about none of them. */
  static List<Change> apply(Action order, StoryGrouper grouper) {
    return switch (order.kind()) {
      case MERGE -> merge(order, grouper);
      case SPLIT -> split(order, grouper);
      case FORGET -> forget(order, grouper);
      default -> List.of();
    };
  }

  private static List<Change> merge(Action order, StoryGrouper grouper) {
    String story = order.target().story();
    String other = order.target().otherStory();
    if (story == null || other == null) return List.of();
    return grouper.merge(story, other, order.by(), order.at());
  }

  private static List<Change> split(Action order, StoryGrouper grouper) {
    String story = order.target().story();
    if (story == null) return List.of();
    return grouper.split(story, order.articles(), order.by(), order.at());
  }

  private static List<Change> forget(Action order, StoryGrouper grouper) {
    String article = order.target().article();
    return article == null ? List.of() : grouper.forget(article, order.by(), order.at());
  }
}
