package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StoryMemory;
import io.slugline.enrich.story.StorySettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Items put through one grouper for each language; follows its records as a reader would. */
final class Grouped {
  private final StoryItems items = new StoryItems();
  private final Map<String, StoryGrouper> groupers = new HashMap<>();
  private final Map<String, String> stories = new LinkedHashMap<>();
  private final Map<String, String> copies = new LinkedHashMap<>();

  /** Story of each item, as the records say in the end. */
  Map<String, String> stories() {
    return stories;
  }

  /** Copy group of each item. */
  Map<String, String> copies() {
    return copies;
  }

  void place(JsonNode item) {
    String id = item.path("id").asText();
    String language = StoryItems.language(item);
    StoryGrouper grouper =
        groupers.computeIfAbsent(
            language, l -> StoryGrouper.restore(StoryMemory.none(), StorySettings.defaults()));
    Placed placed = grouper.place(items.arrival(item));
    stories.put(id, placed.story().id());
    copies.put(id, placed.copyGroup());
    placed.changes().forEach(this::follow);
  }

  private void follow(Change change) {
    if (change.kind() == StoryChange.Kind.CLOSED) return;
    change.articles().forEach(article -> stories.put(article, change.story()));
  }
}
