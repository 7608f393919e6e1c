package io.slugline.alerting.lifecycle;

import io.slugline.contract.Json;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lays stories down as JSON, so that what a store would lose is lost here too. */
final class MemoryShelf implements Shelf<StoryAlerts> {
  private final Map<String, String> stories = new TreeMap<>();

  @Override
  public @Nullable StoryAlerts get(String story) {
    String json = stories.get(story);
    return json == null ? null : read(json);
  }

  @Override
  public void put(String story, StoryAlerts alerts) {
    stories.put(story, Json.write(alerts));
  }

  @Override
  public void delete(String story) {
    stories.remove(story);
  }

  @Override
  public void each(Consumer<StoryAlerts> reader) {
    stories.values().forEach(json -> reader.accept(read(json)));
  }

  int size() {
    return stories.size();
  }

  private static StoryAlerts read(String json) {
    try {
      return Json.mapper().readValue(json, StoryAlerts.class);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read back " + json, e);
    }
  }
}
