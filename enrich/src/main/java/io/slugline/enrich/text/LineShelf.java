package io.slugline.enrich.text;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where {@link LineMemory} keeps what it knows of one source. */
public interface LineShelf {

  byte @Nullable [] get(String key);

  void put(String key, byte[] value);

  void delete(String key);

  /** Shows every entry, in the order of their keys; what is shown may be deleted afterwards. */
  void each(BiConsumer<String, byte[]> reader);

  /** One that lasts as long as the process. */
  static LineShelf inMemory() {
    Map<String, byte[]> entries = new TreeMap<>();
    return new LineShelf() {
      @Override
      public byte @Nullable [] get(String key) {
        return entries.get(key);
      }

      @Override
      public void put(String key, byte[] value) {
        entries.put(key, value);
      }

      @Override
      public void delete(String key) {
        entries.remove(key);
      }

      @Override
      public void each(BiConsumer<String, byte[]> reader) {
        entries.forEach(reader);
      }
    };
  }
}
