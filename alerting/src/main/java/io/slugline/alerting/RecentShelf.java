package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Shelf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shelf that holds ready what was last taken from it or laid on it: a turn looks a story up
 * several times, and one that has many articles is long to read.
 */
final class RecentShelf<V> implements Shelf<V> {
  private final Shelf<V> shelf;
  private final Map<String, V> recent;

  /**
   * @param room for so many things
   */
  RecentShelf(Shelf<V> shelf, int room) {
    this.shelf = shelf;
    this.recent =
        new LinkedHashMap<>(room, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > room;
          }
        };
  }

  @Override
  public @Nullable V get(String id) {
    V ready = recent.get(id);
    if (ready != null) return ready;
    V found = shelf.get(id);
    if (found != null) recent.put(id, found);
    return found;
  }

  @Override
  public void put(String id, V thing) {
    shelf.put(id, thing);
    recent.put(id, thing);
  }

  @Override
  public void delete(String id) {
    shelf.delete(id);
    recent.remove(id);
  }

  @Override
  public void each(Consumer<V> reader) {
    shelf.each(reader);
  }
}
