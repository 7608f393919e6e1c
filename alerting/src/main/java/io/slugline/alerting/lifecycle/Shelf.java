package io.slugline.alerting.lifecycle;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where things are laid down between two turns, under their ids. */
public interface Shelf<V> {
  @Nullable V get(String id);

  void put(String id, V thing);

  void delete(String id);

  void each(Consumer<V> reader);
}
