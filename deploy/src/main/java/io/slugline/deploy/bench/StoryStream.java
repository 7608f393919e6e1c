package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Featurizer;
import io.slugline.enrich.story.StoryFeatures;
import io.slugline.enrich.story.Subjects;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Endless articles made of real ones: a story is passages of several articles with other names,
 * each name exchanged for the same one throughout; each of its one to four articles tells a part of
 * them. So every story shares passages, but no names, with many others.
 */
final class StoryStream {
  static final int SEED = 20_240_304;
  private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final int OPEN = 200;
  private static final int PASSAGES = 6;
  private static final int SENTENCES = 4;
  private static final int AHEAD = 1_024;

  private final Featurizer featurizer = Featurizer.load();
  private final Random random = new Random(SEED);
  private final List<String[]> sources = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Told> open = new ArrayList<>();
  private final Deque<Made> ahead = new ArrayDeque<>();
  private final Duration step;
  private int made;
  private int stories;

  private StoryStream(Duration step) {
    this.step = step;
  }

  /** An article, and the number of the story that it was made of. */
  record Made(Arrival arrival, int story) {}

  /** A story and how many of its articles are still to come. */
  private static final class Told {
    final int number;
    final List<String> sentences;
    int left;

    Told(int number, List<String> sentences, int left) {
      this.number = number;
      this.sentences = sentences;
      this.left = left;
    }
  }

  private record Draft(int number, int story, String outlet, String title, String body) {}

  /** So spaced that a window's length holds so many articles. */
  static StoryStream of(List<String> lines, int window) throws IOException {
    StoryStream stream = new StoryStream(WINDOW.dividedBy(window));
    for (String line : lines) {
      JsonNode article = Json.mapper().readTree(line);
      String[] sentences = article.path("text").asText().split("(?<=[.!?])\\s+");
      if (sentences.length < PASSAGES) continue;
      stream.sources.add(sentences);
      for (String sentence : sentences) stream.collect(sentence);
    }
    return stream;
  }

  private void collect(String sentence) {
    String[] words = sentence.split(" ");
    for (int i = 1; i < words.length; i++) if (isName(words[i])) names.add(words[i].intern());
  }

  /** The next article; features are made ahead, on all processors. */
  Made next() {
    if (ahead.isEmpty()) {
      List<Draft> drafts = Stream.generate(this::draft).limit(AHEAD).toList();
      ahead.addAll(drafts.parallelStream().map(this::finished).toList());
    }
    return ahead.remove();
  }

  private Draft draft() {
    while (open.size() < OPEN) open.add(tell());
    int at = random.nextInt(open.size());
    Told story = open.get(at);
    if (--story.left == 0) open.remove(at);
    List<String> told = new ArrayList<>();
    for (String sentence : story.sentences) if (random.nextInt(10) < 6) told.add(sentence);
    if (told.isEmpty()) told.add(story.sentences.get(0));
    String title = told.get(random.nextInt(told.size()));
    title = title.substring(0, Math.min(80, title.length()));
    String outlet = "outlet" + random.nextInt(300);
    return new Draft(made++, story.number, outlet, title, String.join(" ", told));
  }

  private Made finished(Draft draft) {
    StoryFeatures features =
        featurizer.features("eng", draft.title(), draft.body(), List.of(), List.of());
    Instant time = START.plus(step.multipliedBy(draft.number()));
    String id = "made-" + draft.number();
    Subjects subjects = subjects(draft);
    return new Made(
        new Arrival(id, draft.outlet(), draft.title(), time, null, null, features, subjects),
        draft.story());
  }

  /** As many as real articles have: they are a part of what is kept of each. */
  private static Subjects subjects(Draft draft) {
    List<String> words = Stream.of(draft.body().split(" ")).distinct().toList();
    List<Subjects.Named> entities =
        words.stream()
            .filter(StoryStream::isName)
            .limit(8)
            .map(name -> new Subjects.Named("made:" + name, name))
            .toList();
    return new Subjects(entities, words.stream().filter(w -> w.length() > 6).limit(6).toList());
  }

  private Told tell() {
    Map<String, String> exchanged = new HashMap<>();
    List<String> sentences = new ArrayList<>();
    for (int passage = 0; passage < PASSAGES; passage++) {
      String[] from = sources.get(random.nextInt(sources.size()));
      int first = random.nextInt(from.length);
      for (int i = first; i < Math.min(first + SENTENCES, from.length); i++) {
        sentences.add(renamed(from[i], exchanged));
      }
    }
    return new Told(stories++, sentences, 1 + random.nextInt(4));
  }

  /** Exchanges the words with a capital inside the sentence. */
  private String renamed(String sentence, Map<String, String> exchanged) {
    String[] words = sentence.split(" ");
    for (int i = 1; i < words.length; i++) {
      if (!isName(words[i])) continue;
      words[i] = exchanged.computeIfAbsent(words[i], w -> names.get(random.nextInt(names.size())));
    }
    return String.join(" ", words);
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }
}
