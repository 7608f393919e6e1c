package io.slugline.deploy.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** What a setting's type is called in words that whoever writes the file knows. */
final class Kinds {

  private Kinds() {}

  static String of(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    }
    if (type == Duration.class) return "a duration such as 90s, 15m, 12h or 30d";
    if (type == boolean.class || type == Boolean.class) return "true or false";
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "a number";
    if (type == String.class) return "a text";
    if (Collection.class.isAssignableFrom(type)) return "a list";
    if (Map.class.isAssignableFrom(type) || type.isRecord()) return "a section of keys";
    return "a " + type.getSimpleName();
  }
}
