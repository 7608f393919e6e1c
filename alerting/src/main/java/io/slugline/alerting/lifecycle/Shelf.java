package io.slugline.alerting.lifecycle;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where stories with alerts are laid down between two turns, under their ids. */
public interface Shelf {
  @Nullable StoryAlerts get(String story);

  void put(String story, StoryAlerts alerts);

  void delete(String story);

  void each(Consumer<StoryAlerts> reader);
}
