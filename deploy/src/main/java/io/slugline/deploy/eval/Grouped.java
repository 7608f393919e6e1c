package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.Featurizer;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryFeatures;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StoryMemory;
import io.slugline.enrich.story.StorySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items put through one grouper for each language; follows its records as a reader would. */
final class Grouped {
  private final Featurizer featurizer = Featurizer.load();
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
    String language = item.path("lang").asText("eng");
    StoryGrouper grouper =
        groupers.computeIfAbsent(
            language, l -> StoryGrouper.restore(new Nowhere(), StorySettings.defaults()));
    Placed placed = grouper.place(arrival(id, language, item));
    stories.put(id, placed.story().id());
    copies.put(id, placed.copyGroup());
    placed.changes().forEach(this::follow);
  }

  private Arrival arrival(String id, String language, JsonNode item) {
    String title = item.path("title").asText("");
    StoryFeatures features =
        featurizer.features(language, title, item.path("text").asText(), List.of(), List.of());
    String source = item.path("source").isTextual() ? item.path("source").asText() : null;
    return new Arrival(id, source, title, date(item.path("date")), null, null, features);
  }

  private void follow(Change change) {
    if (change.kind() == StoryChange.Kind.CLOSED) return;
    change.articles().forEach(article -> stories.put(article, change.story()));
  }

  private static @Nullable Instant date(JsonNode date) {
    if (!date.isTextual()) return null;
    String text = date.asText();
    if (text.length() == 10) return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** A memory that nobody restores from. */
  private static final class Nowhere implements StoryMemory {
    @Override
    public void put(String key, byte[] value) {}

    @Override
    public void delete(String key) {}

    @Override
    public Iterable<Map.Entry<String, byte[]>> all() {
      return List.of();
    }
  }
}
