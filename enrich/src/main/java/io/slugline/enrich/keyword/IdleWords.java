package io.slugline.enrich.keyword;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that are no keyword and stand at neither end of one: "many", "other", "Friday", "Mr". */
final class IdleWords {
  private static final String RESOURCE = "idle-words.txt";

  private final Set<String> words = new HashSet<>();

  private IdleWords() {}

  static IdleWords load() {
    InputStream found = IdleWords.class.getResourceAsStream(RESOURCE);
    if (found == null) throw new IllegalStateException("the list " + RESOURCE + " is missing");
    IdleWords idle = new IdleWords();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(idle::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list " + RESOURCE, e);
    }
    return idle;
  }

  private void add(String line) {
    for (String word : line.split(" ")) if (!word.isEmpty()) words.add(word);
  }

  /** Whether it is idle even as a part of a name. */
  boolean always(String word) {
    return Character.isUpperCase(word.charAt(0)) && words.contains(word);
  }

  /** Whether it is idle where it is no part of a name. */
  boolean usually(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
