package io.slugline.alerting.lifecycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stories that need not outlive the process: those of a back-test or a replay. */
public final class MapShelf implements Shelf {
  private final Map<String, StoryAlerts> stories = new HashMap<>();

  @Override
  public @Nullable StoryAlerts get(String story) {
    return stories.get(story);
  }

  @Override
  public void put(String story, StoryAlerts alerts) {
    stories.put(story, alerts);
  }

  @Override
  public void delete(String story) {
    stories.remove(story);
  }

  @Override
  public void each(Consumer<StoryAlerts> reader) {
    List.copyOf(stories.values()).forEach(reader);
  }
}
