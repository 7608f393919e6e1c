package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.Featurizer;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryFeatures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Endless articles made of real ones: a story is the sentences of two articles with the names of a
 * third one's; each of its one to four articles tells a part of them, in another order.
 */
final class StoryStream {
  static final int SEED = 20_240_304;
  private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final int OPEN = 200;
  private static final int SENTENCES = 24;

  private final Featurizer featurizer = Featurizer.load();
  private final Random random = new Random(SEED);
  private final List<String[]> sources = new ArrayList<>();
  private final List<Told> open = new ArrayList<>();
  private final Map<String, String> gold = new HashMap<>();
  private final Map<String, String> found = new HashMap<>();
  private final Duration step;
  private int made;
  private int stories;

  private StoryStream(Duration step) {
    this.step = step;
  }

  /** A story and how many of its articles are still to come. */
  private static final class Told {
    final String id;
    final List<String> sentences;
    int left;

    Told(String id, List<String> sentences, int left) {
      this.id = id;
      this.sentences = sentences;
      this.left = left;
    }
  }

  /** So spaced that a window's length holds so many articles. */
  static StoryStream of(List<String> lines, int window) throws IOException {
    StoryStream stream = new StoryStream(WINDOW.dividedBy(window));
    for (String line : lines) {
      JsonNode article = Json.mapper().readTree(line);
      String[] sentences = article.path("text").asText().split("(?<=[.!?])\\s+");
      if (sentences.length >= 6) stream.sources.add(sentences);
    }
    return stream;
  }

  int made() {
    return made;
  }

  Arrival next() {
    while (open.size() < OPEN) open.add(tell());
    int at = random.nextInt(open.size());
    Told story = open.get(at);
    if (--story.left == 0) open.remove(at);
    String id = "made-" + made;
    gold.put(id, story.id);
    List<String> told = new ArrayList<>();
    for (String sentence : story.sentences) if (random.nextInt(10) < 6) told.add(sentence);
    if (told.isEmpty()) told.add(story.sentences.get(0));
    String title = told.get(random.nextInt(told.size()));
    title = title.substring(0, Math.min(80, title.length()));
    StoryFeatures features =
        featurizer.features("eng", title, String.join(" ", told), List.of(), List.of());
    Instant time = START.plus(step.multipliedBy(made++));
    return new Arrival(id, "outlet" + random.nextInt(300), title, time, null, null, features);
  }

  private Told tell() {
    String[] names = source();
    List<String> sentences = new ArrayList<>();
    for (String[] from : List.of(source(), source())) {
      int first = random.nextInt(from.length);
      for (int i = 0; i < Math.min(SENTENCES / 2, from.length); i++) {
        sentences.add(renamed(from[(first + i) % from.length], names));
      }
    }
    return new Told("story-" + stories++, sentences, 1 + random.nextInt(4));
  }

  private String[] source() {
    return sources.get(random.nextInt(sources.size()));
  }

  /** Exchanges the words with a capital inside the sentence for those of other sentences. */
  private String renamed(String sentence, String[] names) {
    String[] words = sentence.split(" ");
    String[] others = names[random.nextInt(names.length)].split(" ");
    for (int i = 1; i < words.length; i++) {
      if (!isName(words[i])) continue;
      String other = others[random.nextInt(others.length)];
      if (isName(other)) words[i] = other;
    }
    return String.join(" ", words);
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /** Follows the grouper's records. */
  void note(Placed placed) {
    found.put("made-" + (made - 1), placed.story().id());
    for (Change change : placed.changes()) {
      if (change.kind() == StoryChange.Kind.CLOSED) continue;
      change.articles().forEach(article -> found.put(article, change.story()));
    }
  }

  /** Of all that came, against the stories it was made of. */
  double bcubed() {
    Map<String, Integer> cells = new HashMap<>();
    Map<String, Integer> golden = new HashMap<>();
    Map<String, Integer> ours = new HashMap<>();
    gold.forEach(
        (id, story) -> {
          cells.merge(story + ' ' + found.get(id), 1, Integer::sum);
          golden.merge(story, 1, Integer::sum);
          ours.merge(String.valueOf(found.get(id)), 1, Integer::sum);
        });
    double precision = 0;
    double recall = 0;
    for (Map.Entry<String, Integer> cell : cells.entrySet()) {
      String[] pair = cell.getKey().split(" ");
      double square = (double) cell.getValue() * cell.getValue();
      precision += square / ours.getOrDefault(pair[1], 1);
      recall += square / golden.getOrDefault(pair[0], 1);
    }
    precision /= gold.size();
    recall /= gold.size();
    return 2 * precision * recall / (precision + recall);
  }
}
