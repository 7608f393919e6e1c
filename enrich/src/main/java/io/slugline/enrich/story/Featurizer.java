package io.slugline.enrich.story;

import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Makes of an article's text what the grouper compares. Safe for use by several threads. */
public final class Featurizer {
  private static final int TITLE_COUNTS = 2;
  private static final double RARE = 2;
  private static final int BEGINNING = 400;

  private final Map<String, Background> backgrounds = new ConcurrentHashMap<>();

  private Featurizer() {}

  /** With the background counts that ship. */
  public static Featurizer load() {
    Featurizer featurizer = new Featurizer();
    featurizer.backgrounds.put("eng", Background.load("eng"));
    return featurizer;
  }

  /** Names the counts and the way of making features: part of an enriched record's versions. */
  public String version() {
    return "story-features/2";
  }

  /**
   * @param language ISO 639-3 code
   * @param title may be empty
   * @param mentions may be empty: linked entities then do not count
   */
  public StoryFeatures features(
      String language, String title, String body, List<Mention> mentions, List<Keyword> keywords) {
    Background background = backgrounds.computeIfAbsent(language, Background::load);
    Words head = Words.of(title);
    Words text = Words.of(body);
    Collected collected = new Collected(background);
    collected.words(text, 1);
    collected.words(head, TITLE_COUNTS);
    collected.title(head);
    collected.entities(mentions);
    return collected.features(head.size() + text.size(), shingles(text));
  }

  /** The different words of a text as the background counts them. */
  public static Set<String> words(String text) {
    Words words = Words.of(text);
    Set<String> different = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) different.add(words.folded(i));
    return different;
  }

  private static Sketch shingles(Words words) {
    int runs = Math.max(0, words.size() - 2);
    int[] hashes = new int[runs];
    for (int i = 0; i < runs; i++) {
      hashes[i] = Bag.hash(words.folded(i), words.folded(i + 1), words.folded(i + 2));
    }
    return Sketch.of(hashes);
  }

  /** The bags of one article. */
  private static final class Collected {
    private final Background background;
    private final Bag text = new Bag();
    private final Bag title = new Bag();
    private final Bag names = new Bag();
    private final Bag phrases = new Bag();
    private final Bag numbers = new Bag();

    Collected(Background background) {
      this.background = background;
    }

    void words(Words words, int times) {
      double before = 0;
      for (int i = 0; i < words.size(); i++) {
        String word = words.folded(i);
        double rarity = background.rarity(word);
        int key = Bag.hash(word);
        if (i < BEGINNING) text.add(key, rarity, words, i, i, times);
        if (words.isName(i)) names.add(key, rarity, words, i, i, times);
        if (words.isNumber(i)) numbers.add(key, word.length(), words, i, i, times);
        if (i > 0) {
          int pair = Bag.hash(words.folded(i - 1), word);
          phrases.add(pair, before + rarity, words, i - 1, i, times);
        }
        before = rarity;
      }
    }

    void title(Words words) {
      for (int i = 0; i < words.size(); i++) {
        String word = words.folded(i);
        title.add(Bag.hash(word), background.rarity(word), words, i, i, 1);
      }
    }

    void entities(List<Mention> mentions) {
      for (Mention mention : mentions) {
        String entity = mention.entity();
        if (entity != null) names.add(Bag.hash("entity", entity), RARE * 2);
      }
    }

    StoryFeatures features(int length, Sketch sketch) {
      Map<Integer, String> labels = new TreeMap<>();
      phrases.label(labels, 24);
      text.label(labels, 40);
      int[] keys = labels.keySet().stream().mapToInt(Integer::intValue).toArray();
      return new StoryFeatures(
          length,
          text.heaviestTerms(96),
          title.heaviestTerms(24),
          names.heaviest(40),
          phrases.heaviest(80),
          numbers.heaviest(24),
          sketch,
          new Labels(keys, labels.values().toArray(new String[0])));
    }
  }
}
