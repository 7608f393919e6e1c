package io.slugline.alerting.lifecycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What need not outlive the process: that of a back-test or a replay. */
public class MapShelf<V> implements Shelf<V> {
  private final Map<String, V> things = new HashMap<>();

  @Override
  public @Nullable V get(String id) {
    return things.get(id);
  }

  @Override
  public void put(String id, V thing) {
    things.put(id, thing);
  }

  @Override
  public void delete(String id) {
    things.remove(id);
  }

  @Override
  public void each(Consumer<V> reader) {
    List.copyOf(things.values()).forEach(reader);
  }
}
