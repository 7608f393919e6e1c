package io.slugline.enrich.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The topics and the words that speak for them. */
final class TopicTable {
  private static final String RESOURCE = "media-topics.txt";
  private static final Pattern PARTS = Pattern.compile(" \\| ");
  private static final double STRONG = 2;

  private final List<Entry> topics = new ArrayList<>();
  private final Map<String, List<Cue>> cues = new HashMap<>();

  /** One topic of the vocabulary. */
  record Entry(String id, String name) {}

  /**
   * What a word says.
   *
   * @param topic its number in the table
   * @param word the singular, so that both numbers are one cue
   */
  record Cue(int topic, String word, double weight) {}

  private TopicTable() {}

  static TopicTable load() {
    InputStream found = TopicTable.class.getResourceAsStream(RESOURCE);
    if (found == null) throw new IllegalStateException("the table " + RESOURCE + " is missing");
    TopicTable table = new TopicTable();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + RESOURCE, e);
    }
    return table;
  }

  private void add(String line) {
    String[] parts = PARTS.split(line, 3);
    int topic = topics.size();
    topics.add(new Entry(parts[0], parts[1]));
    for (String word : parts[2].split(" ")) {
      boolean isStrong = word.startsWith("!");
      String bare = isStrong ? word.substring(1) : word;
      Cue cue = new Cue(topic, bare, isStrong ? STRONG : 1);
      cues.computeIfAbsent(bare, key -> new ArrayList<>()).add(cue);
      cues.computeIfAbsent(bare + "s", key -> new ArrayList<>()).add(cue);
    }
  }

  int size() {
    return topics.size();
  }

  Entry topic(int number) {
    return topics.get(number);
  }

  /** What a word, in lower case, says. */
  List<Cue> cues(String word) {
    return cues.getOrDefault(word, List.of());
  }
}
