package io.slugline.enrich.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Words that keep their full stop, and the words that begin a sentence after one of them. */
final class Abbreviations {
  private final Map<String, String> kinds;

  private Abbreviations(Map<String, String> kinds) {
    this.kinds = kinds;
  }

  static Abbreviations load() {
    InputStream resource =
        Objects.requireNonNull(
            Abbreviations.class.getResourceAsStream("abbreviations.txt"), "abbreviations.txt");
    Map<String, String> kinds = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        String[] words = line.strip().split("\\s+");
        for (int i = 1; i < words.length; i++) kinds.put(words[i], words[0]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read abbreviations.txt", e);
    }
    return new Abbreviations(kinds);
  }

  /** Keeps its full stop, and a name or number follows: no sentence ends here. */
  boolean leads(String word) {
    return "leads".equals(kinds.get(word));
  }

  /** Keeps its full stop, and a sentence may end here. */
  boolean mayEnd(String word) {
    return "may-end".equals(kinds.get(word));
  }

  /** Begins a sentence oftener than it follows an abbreviation within one. */
  boolean starts(String word) {
    return "starts".equals(kinds.get(word));
  }
}
